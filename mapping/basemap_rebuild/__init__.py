"""A developer's command, run by hand: remake the committed atlas from its sources."""
