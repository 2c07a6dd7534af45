"""Playing drills: reading one, its times, its steps, its expectations, its timeline."""
