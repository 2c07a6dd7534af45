"""The implementations of the ports, one folder for each rig, each wired in one file."""
