"""The pages and the API, asked as a browser or a program asks, over the simulation's memory and time."""
