agreement "A loan with a covenant"
  version 1
  text summary in English
  extent full text
  status legally binding
  takes effect 2025-01-01 00:00 in UTC
  lasts 2 years
  deadlines inclusive

use commerce

party bank "First Bank"
party borrower "Miller Ltd"
party supplier "Grain Ltd"

clause 1 "Draw-down"
  > The Bank pays out the loan by 15 January 2025.
  bank shall pay money to borrower by 2025-01-15

clause 2 "Accounts"
  > After the draw-down the Borrower sends its accounts.
  borrower shall send its accounts to bank within not stated after clause 1 is fulfilled

clause 3 "Negative pledge"
  > The Borrower does not pledge its assets to anybody but the Bank.
  borrower shall not pledge its assets to supplier

clause 4 "Security for the Supplier"
  > The Borrower pledges its assets to the Supplier by 30 June 2025.
  borrower shall pledge its assets to supplier by 2025-06-30

clause 5 "Repayment"
  > The Bank may call the loan by notice. The Borrower repays it within 60 days of the notice.
  bank may notify borrower
  upon notice by bank to borrower:
    borrower shall repay the loan to bank within 60 days

clause 6 "Default"
  > If a clause is broken, the other side is told within 10 days.
  upon breach of clause 1 by bank:
    borrower shall notify bank within 10 days
  upon breach of clause 2 by borrower, or breach of clause 3 by borrower, or breach of clause 5 by borrower:
    bank shall call the default of borrower within 10 days
  upon breach of clause 4 by borrower:
    supplier shall notify borrower within 10 days
  if breached: not stated

interest of bank "the loan comes back when it is called":
  whenever notice by bank to borrower, repayment of the loan by borrower to bank within 90 days

expect duties-conflict on clause 4
expect no-deadline on clause 2
