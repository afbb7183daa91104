# differs: a package that gilbox does not have comes with what it has instead.
for name in ("numpy", "httpx", "made_up_name"):
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(e, e.name)
