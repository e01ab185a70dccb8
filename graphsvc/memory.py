"""How memory is managed where millions of objects are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def growing(*, kept: bool = False) -> Iterator[None]:
    """For work that makes millions of objects and no cycles: to look for these would take a third of the time.

    With `kept` all that there is then stays, and nobody looks through it later either.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if kept:
            gc.freeze()
        if enabled:
            gc.enable()
