"""What people report in simulations, with names that must never leave the store."""

SECRET_NAMES = ["Adelheid Zuurkool", "Berend Plantsoen", "Cornelia Wezepoel"]
ACCOUNTS = [
    "Hij schreeuwde dat hij het niet meer ziet zitten met zijn uitkering, Zuurkool heet hij.",
    "Jullie beleid voor de Plantsoenlaan deugt niet, zei ze.",
    "Jij bent een leugenaar en een sukkel, riep Wezepoel door de zaal.",
    "Ik weet waar jouw kinderen naar school gaan, zei meneer Plantsoen rustig.",
    "Als jij voor stemt steken we je huis in brand, stond in de brief van Zuurkool.",
    "Mevrouw Wezepoel gaf mij een klap in het gezicht.",
    "Er is een steen door mijn ruit gegooid, Plantsoen stond buiten te lachen.",
]
QUIET_ACCOUNTS = ACCOUNTS[:3]
SECRETS = ["Zuurkool", "Plantsoen", "Wezepoel", "uitkering", "kinderen", "ruit"]
