"""One decider for each command: which rules stand in its way, in order, and which events it makes."""
