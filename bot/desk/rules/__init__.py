"""What a subscriber can ask for, exactly."""
