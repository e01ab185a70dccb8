"""Files as tools that show findings beside code want them named."""

from __future__ import annotations

from os.path import relpath
from pathlib import Path


def shown_path(file: str) -> str:
    """Relative to the working directory if it is below, else absolute; always with forward slashes."""
    path = Path(file).absolute()
    inside = path.resolve().is_relative_to(Path.cwd().resolve())
    return Path(relpath(path.resolve(), Path.cwd().resolve())).as_posix() if inside else path.as_posix()
