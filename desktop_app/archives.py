"""Zip files of others: what `zipfile` says of one that is cut off or made to mislead it.

Month files, backups and workbooks are all zips, and all may come from a stranger.
"""

from __future__ import annotations

import struct
import zipfile
import zlib

NO_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OverflowError,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""Python documents the first; the others come of a wrong method, size or name."""
