"""Fails if a program for Windows imports a library or a function that Windows 7 lacks."""

import re
import subprocess
import sys

# Libraries of Windows 7 that the program may import.
LIBRARIES = {
    "advapi32.dll", "bcrypt.dll", "kernel32.dll", "msvcrt.dll", "ntdll.dll", "ole32.dll", "psapi.dll", "secur32.dll",
    "shell32.dll", "user32.dll", "userenv.dll", "ws2_32.dll",
}
# Functions of these libraries that came with Windows 8 or later.
NEWER = {
    "GetSystemTimePreciseAsFileTime", "WaitOnAddress", "WakeByAddressSingle", "WakeByAddressAll", "SetThreadDescription",
    "GetThreadDescription", "ProcessPrng", "CreateFile2", "GetOverlappedResultEx", "PrefetchVirtualMemory", "VirtualAlloc2",
    "GetTempPath2W", "SetProcessMitigationPolicy", "QueryInterruptTimePrecise", "GetProcessMitigationPolicy",
}

shown = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", sys.argv[1]], check=True, capture_output=True, text=True)
libraries = {name.lower() for name in re.findall(r"DLL Name: (\S+)", shown.stdout)}
functions = set(re.findall(r"^\s+[0-9a-f]+\s+(?:<none>|\d+|[0-9a-f]+)\s+(?:[0-9a-f]+\s+)?(\w+)\s*$", shown.stdout, re.MULTILINE))
faults = sorted(libraries - LIBRARIES) + sorted(functions & NEWER)
if faults or not functions:
    sys.exit(f"Windows 7 lacks: {', '.join(faults) or 'no import was read'}")
print(f"{len(functions)} functions of {len(libraries)} libraries, all of Windows 7: {', '.join(sorted(libraries))}")
