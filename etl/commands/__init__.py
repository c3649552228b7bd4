"""What the command line offers: one module a command, found by listing this folder.

A folder in it is a command whose own modules are its sub-commands (``documents extract``). A command module has
``add_arguments(parser)`` and ``run(arguments) -> int`` (the exit status); its docstring is help.
"""
