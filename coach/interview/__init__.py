"""The question funnel with the salesperson about a customer: a pure state machine."""
