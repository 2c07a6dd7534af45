"""The rig of drills, simulations and tests: memory with faults, virtual time, messages recorded."""
