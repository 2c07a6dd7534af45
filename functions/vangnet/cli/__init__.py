"""The vangnet command: each subcommand in a file of its own; what it needs of the world comes from a rig."""
