"""What `from __future__ import` may name; all of it is in force but annotations as texts."""

_ROWS = """nested_scopes 2 1 0 beta 1;2 2 0 alpha 0;16
generators 2 2 0 alpha 1;2 3 0 final 0;0
division 2 2 0 alpha 2;3 0 0 alpha 0;131072
absolute_import 2 5 0 alpha 1;3 0 0 alpha 0;262144
with_statement 2 5 0 alpha 1;2 6 0 alpha 0;524288
print_function 2 6 0 alpha 2;3 0 0 alpha 0;1048576
unicode_literals 2 6 0 alpha 2;3 0 0 alpha 0;2097152
barry_as_FLUFL 3 1 0 alpha 2;4 0 0 alpha 0;4194304
generator_stop 3 5 0 beta 1;3 7 0 alpha 0;8388608
annotations 3 7 0 beta 1;;16777216"""
all_feature_names = []


class _Feature:
    def __init__(self, optional, mandatory, flag):
        self.optional, self.mandatory, self.compiler_flag = optional, mandatory, flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return f"_Feature{self.optional, self.mandatory, self.compiler_flag!r}"


def _version(text):
    return tuple(int(p) if p.isdigit() else p for p in text.split()) or None


for _row in _ROWS.splitlines():
    _name, _, _rest = _row.partition(" ")
    _first, _last, _flag = _rest.split(";")
    globals()[_name] = _Feature(_version(_first), _version(_last), int(_flag))
    all_feature_names.append(_name)

__all__ = ["all_feature_names", *all_feature_names]
