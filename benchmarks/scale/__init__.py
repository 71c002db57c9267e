"""Large treaties made to measure, and how long it takes to check them."""
