# Contexts and start methods by name; what is not one is refused.
# needs: processes
import multiprocessing

if __name__ == "__main__":
    print("spawn" in multiprocessing.get_all_start_methods())
    context = multiprocessing.get_context("spawn")
    print(context.get_start_method(), type(context).__name__, context.get_context() is context)
    try:
        multiprocessing.get_context("thread")
    except ValueError as e:
        print(e)
    try:
        context.set_start_method("spawn")
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)
    multiprocessing.set_start_method("spawn")
    print(multiprocessing.get_start_method())
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as e:
        print(e)
    multiprocessing.set_start_method("spawn", force=True)
    print(multiprocessing.get_start_method(), multiprocessing.Process._start_method)
    print(context.Process.__name__, context.Process._start_method, issubclass(context.Process, multiprocessing.process.BaseProcess))
    print(multiprocessing.cpu_count() >= 1, context.cpu_count() == multiprocessing.cpu_count())
    print(multiprocessing.freeze_support(), multiprocessing.active_children())
    print(issubclass(multiprocessing.TimeoutError, multiprocessing.ProcessError), multiprocessing.AuthenticationError.__mro__[1].__name__)
