agreement "A hosting contract"
  version 1
  text summary in English
  extent full text
  status legally binding
  takes effect 2025-01-01 00:00 in UTC
  lasts 1 year
  deadlines inclusive

use commerce

party host "Host Ltd"
party customer "Shop Ltd"

clause 1 "Availability"
  > The Host does not interrupt the service.
  host shall not interrupt the service

clause 2 "Restoration"
  > After an interruption the Host restores the service within one day.
  upon interruption of the service by host:
    host shall restore the service within 1 day

clause 3 "Maintenance"
  > Once, by 30 June 2025, the Host takes the service down for maintenance.
  host shall interrupt the service by 2025-06-30

clause 4 "Credit"
  > For an interruption the Host pays a credit.
  upon interruption of the service by host:
    host shall pay money to customer within not stated

clause 5 "Notice of default"
  > If a clause is broken, the Customer gives notice within 10 days.
  upon breach of clause 1 by host, or breach of clause 2 by host, or breach of clause 3 by host:
    customer shall notify host within 10 days
  upon breach of clause 4 by host:
    customer shall notify host within 10 days
  if breached: not stated

interest of customer "the service comes back":
  whenever interruption of the service by host, restoration of the service by host within 2 days

interest of customer "a credit":
  whenever interruption of the service by host, payment of money by host to customer within 60 days

expect duties-conflict on clause 3
expect no-deadline on clause 4
