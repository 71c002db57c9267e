vocabulary "commerce"

kind money counted in euros

act payment
  noun: payment of KIND by PAYER to PAYEE
  verb: pay KIND to PAYEE
  PAYER is any party
  PAYEE is any party
  noticed by PAYER, PAYEE

act repayment
  noun: repayment of the loan by DEBTOR to CREDITOR
  verb: repay the loan to CREDITOR
  DEBTOR is any party
  CREDITOR is any party
  noticed by DEBTOR, CREDITOR

act pledge
  noun: pledge of assets by PLEDGER to HOLDER
  verb: pledge its assets to HOLDER
  PLEDGER is any party
  HOLDER is any party
  noticed by PLEDGER, HOLDER

act accounts
  noun: statement of accounts by SENDER to RECEIVER
  verb: send its accounts to RECEIVER
  SENDER is any party
  RECEIVER is any party
  noticed by SENDER, RECEIVER

act notice
  noun: notice by SENDER to RECEIVER
  verb: notify RECEIVER
  SENDER is any party
  RECEIVER is any party
  noticed by SENDER, RECEIVER

act call of a default
  noun: call of the default of DEBTOR by CREDITOR
  verb: call the default of DEBTOR
  DEBTOR is any party
  CREDITOR is any party
  noticed by DEBTOR, CREDITOR

act supply
  noun: supply of goods by SELLER to BUYER
  verb: supply goods to BUYER
  SELLER is any party
  BUYER is any party
  noticed by SELLER, BUYER

act interruption
  noun: interruption of the service by PROVIDER
  verb: interrupt the service
  PROVIDER is any party
  noticed by everyone

act restoration
  noun: restoration of the service by PROVIDER
  verb: restore the service
  PROVIDER is any party
  noticed by everyone
