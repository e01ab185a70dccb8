"""Values of variables that a Plan which is kept takes later, each time anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Path = tuple[str | int, ...]


class Touched(Exception):
    """Planning looked at a value that was to be put in later: the Plan depends on it."""


def _touched(late: Any, *_: object) -> Any:
    raise Touched(late.path[0])


class Late:
    """A scalar in the variables, by its path, and what is made of it. It may be handed on; who looks raises Touched."""

    __slots__ = ("made", "path")
    __class__ = property(_touched)  # `isinstance` is a look, too

    def __init__(self, path: Path, made: tuple[Callable[[Any], Any], ...] = ()) -> None:
        self.path = path
        self.made = made


LOOKS = "bool bytes call contains eq float format ge getitem gt hash index int iter le len lt ne repr str"
for _look in LOOKS.split():
    setattr(Late, f"__{_look}__", _touched)


def later(function: Callable[[Any], Any], value: Any) -> Any:
    """What a function makes of a value, now or, without a look at it, when it is put in. It must take any value."""
    return Late(value.path, (*value.made, function)) if type(value) is Late else function(value)
