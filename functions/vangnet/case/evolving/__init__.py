"""What each event changes in the state, grouped as the events are."""
