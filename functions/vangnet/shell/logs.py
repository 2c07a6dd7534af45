"""What a log may hold of an error: where it happened and of which kind, never its words, which could quote a report."""


def bare(error: BaseException) -> RuntimeError:
    """Return an error of the same place and kind without the words of the first."""
    return RuntimeError(type(error).__name__).with_traceback(error.__traceback__)
