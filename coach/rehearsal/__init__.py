"""The role-play: a buyer made of a scenario, who opens up when it is earned."""
