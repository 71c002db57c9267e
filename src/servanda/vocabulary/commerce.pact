vocabulary "commerce"

kind money counted in euros
1 EUR = 1 euros

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

act delivery of goods
  noun: delivery of the goods by SELLER to BUYER
  verb: deliver the goods to BUYER
  SELLER is any party
  BUYER is any party
  noticed by SELLER, BUYER

act acceptance of goods
  noun: acceptance of the goods by BUYER
  verb: accept the goods
  BUYER is any party
  noticed by everyone

act rejection of goods
  noun: rejection of the goods by BUYER
  verb: reject the goods
  BUYER is any party
  noticed by everyone

act invoice
  noun: invoice by SENDER to RECEIVER
  verb: send an invoice to RECEIVER
  SENDER is any party
  RECEIVER is any party
  noticed by SENDER, RECEIVER

act refund
  noun: refund by PAYER to PAYEE
  verb: refund the price to PAYEE
  PAYER is any party
  PAYEE is any party
  noticed by PAYER, PAYEE

act service credit
  noun: service credit by PROVIDER to CUSTOMER
  verb: credit the fee to CUSTOMER
  PROVIDER is any party
  CUSTOMER is any party
  noticed by PROVIDER, CUSTOMER

act audit
  noun: audit by AUDITOR of AUDITED
  verb: audit AUDITED
  AUDITOR is any party
  AUDITED is any party
  noticed by AUDITOR, AUDITED

act access to the books
  noun: access to the books by OWNER to AUDITOR
  verb: open its books to AUDITOR
  OWNER is any party
  AUDITOR is any party
  noticed by OWNER, AUDITOR

act disclosure
  noun: disclosure of confidential information by HOLDER
  verb: disclose confidential information
  HOLDER is any party
  noticed by HOLDER

act assignment of the contract
  noun: assignment of the contract by SIDE
  verb: assign the contract
  SIDE is any party
  noticed by everyone

act notice of a defect
  noun: notice of a defect by BUYER to SELLER
  verb: notify SELLER of a defect
  BUYER is any party
  SELLER is any party
  noticed by BUYER, SELLER

act repair
  noun: repair of the defect by SELLER
  verb: repair the defect
  SELLER is any party
  noticed by everyone

act replacement
  noun: replacement of the goods by SELLER
  verb: replace the goods
  SELLER is any party
  noticed by everyone

act hand-over of premises
  noun: hand-over of the premises by OWNER to USER
  verb: hand over the premises to USER
  OWNER is any party
  USER is any party
  noticed by OWNER, USER

act payment of rent
  noun: payment of the rent by TENANT to LANDLORD
  verb: pay the rent to LANDLORD
  TENANT is any party
  LANDLORD is any party
  noticed by TENANT, LANDLORD

act notice of a data breach
  noun: notice of a data breach by HOLDER to OWNER
  verb: notify OWNER of a data breach
  HOLDER is any party
  OWNER is any party
  noticed by HOLDER, OWNER

act return of data
  noun: return of the data by HOLDER to OWNER
  verb: return the data to OWNER
  HOLDER is any party
  OWNER is any party
  noticed by HOLDER, OWNER

act deposit in escrow
  noun: deposit in escrow by GIVER for RECEIVER
  verb: deposit the source in escrow for RECEIVER
  GIVER is any party
  RECEIVER is any party
  noticed by GIVER, RECEIVER

act insurance
  noun: insurance of the goods by SIDE
  verb: insure the goods
  SIDE is any party
  noticed by everyone

act order
  noun: order by BUYER to SELLER
  verb: place an order with SELLER
  BUYER is any party
  SELLER is any party
  noticed by BUYER, SELLER

act payment of a penalty
  noun: payment of a penalty by PAYER to PAYEE
  verb: pay a penalty to PAYEE
  PAYER is any party
  PAYEE is any party
  noticed by PAYER, PAYEE
