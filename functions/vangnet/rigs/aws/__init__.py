"""The rig on AWS: DynamoDB, and what is driven by it."""
