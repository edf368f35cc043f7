"""What the organisation knows: clients, dwellings, tenancies and all around them."""
