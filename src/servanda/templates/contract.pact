# A contract to start from. Everything after a # is a comment: read it, answer it, take it out.
# `servanda check FILE` says what your changes leave open; `servanda paraphrase FILE` reads the file back.
agreement "Supply of goods"
  version "draft 1"
  text summary in English
  extent full text
  status legally binding
  signed 2025-01-05
  takes effect 2025-01-10 00:00 in UTC
  lasts 365 days
  deadlines inclusive

use commerce

# Who is bound, by the names that the text uses.
party supplier "the Supplier"
party customer "the Customer"
verifier surveyor "the Surveyor"

# Define whatever somebody might understand otherwise.
"the goods" means "the forty machines of the attached schedule"

schedule "Goods and prices" attached

clause 1 "Delivery"
  > The Supplier shall deliver the goods to the Customer by 1 March 2025. A breach may be cured within 14 days.
  the Supplier shall deliver the goods to the Customer by 2025-03-01
  a breach may be cured within 14 days
  verified by the Surveyor every 30 days with access to "the stores", reports within 7 days
  rests on schedule "Goods and prices"
  upon breach of clause 1 by a Party:
    the Supplier shall refund the price to the Customer within 30 days

# A price is paid instead of what was owed, or besides it: say which.
clause 2 "Defects"
  > Upon notice of a defect the Supplier shall repair the defect within 21 days.
  upon notice of a defect by the Customer to the Supplier:
    the Supplier shall repair the defect within 21 days
  verified by the Surveyor every 30 days with access to "the machines", reports within 7 days
  upon breach of clause 2 by a Party:
    the Supplier shall refund the price to the Customer within 30 days

clause 3 "Price"
  > Upon delivery the Customer shall pay the money to the Supplier within thirty days.
  upon delivery of the goods by the Supplier to the Customer:
    the Customer shall pay money to the Supplier within 30 days
  upon breach of clause 3 by a Party:
    the Supplier may suspend its duties under clause 2 until clause 3 is fulfilled

clause 4 "Disputes and duration"
  > Either side may terminate the agreement by notice to the other, effective not less than 60 days after notice.
  > What the two cannot settle is decided by the courts at the Customer's seat.
  each Party may terminate the agreement by notice to the others, effective not less than 60 days after notice
  suspension: "only as clause 3 says"
  waived "What the two cannot settle … seat" because "the courts act outside this text"

# What each side wants protected. `check` says how far it is.
interest of the Customer "a defect is dealt with":
  whenever notice of a defect by the Customer to the Supplier, repair of the defect by the Supplier within 21 days

interest of the Supplier "paid for what it delivers":
  whenever delivery of the goods by the Supplier to the Customer, payment of money by the Customer to the Supplier within 30 days

scenario "On time"
  2025-02-20: the Supplier delivers the goods to the Customer
  2025-03-10: the Customer pays money to the Supplier
  expect clause 1 of supplier kept
  expect clause 3 of customer kept
