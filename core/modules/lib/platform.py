"""What the program runs on."""

import os
import sys

__all__ = ["system", "node", "release", "version", "machine", "processor", "platform", "uname", "architecture",
           "python_version", "python_version_tuple", "python_implementation", "python_compiler", "python_build"]


def uname():
    return os.uname()


def system():
    return uname().sysname


def node():
    return uname().nodename


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ""


def platform(aliased=False, terse=False):
    return "-".join(p.replace(" ", "_") for p in (system(), release(), machine()) if p)


def architecture(executable=sys.executable, bits="", linkage=""):
    return "64bit" if sys.maxsize > 1 << 32 else "32bit", linkage


def python_version():
    return "{}.{}.{}".format(*sys.version_info[:3])


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_implementation():
    return sys.implementation.name


def python_compiler():
    return "Clang"


def python_build():
    return "main", ""


def python_branch():
    return ""


python_revision = python_branch
