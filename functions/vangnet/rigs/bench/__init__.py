"""How fast, how many calls, how dear: figures that say what the rigs cost, each measured."""
