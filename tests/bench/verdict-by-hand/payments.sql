  CASE
    WHEN customer_is_right OR NOT page_open OR proof_state = 'none' OR upload_error IN ('already-accepted', 'past-due')
      THEN 'not-eligible'
    WHEN customer_is_right IS NULL OR page_open IS NULL OR proof_state IS NULL OR upload_error IS NULL
      THEN 'fact-missing'
    WHEN proof_state = 'full' AND upload_error = 'none' THEN 'eligible'
    ELSE 'weak'
  END AS "shopify.chargeback.chargeback",

  CASE
    WHEN customer_is_right OR NOT page_open OR proof_state = 'none' THEN 'not-eligible'
    WHEN customer_is_right IS NULL OR page_open IS NULL OR proof_state IS NULL THEN 'fact-missing'
    WHEN proof_state = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "stripe.dispute.dispute",

  CASE
    WHEN buyer_is_right OR NOT answer_open OR (dispute_reason = 'not-received' AND NOT proof_of_delivery)
      THEN 'not-eligible'
    WHEN buyer_is_right IS NULL OR answer_open IS NULL THEN 'fact-missing'
    WHEN (dispute_reason = 'not-as-described' OR proof_of_delivery) IS NULL THEN 'fact-missing'
    WHEN dispute_reason = 'not-as-described' THEN 'eligible'
    WHEN (payment_amount < 75000 OR signature_held) AND shipped_to_page_address THEN 'eligible'
    ELSE 'weak'
  END AS "paypal.dispute.buyer-dispute",
  CASE
    WHEN buyer_is_right OR NOT answer_open OR (dispute_reason = 'not-received' AND NOT proof_of_delivery)
      THEN 'not-eligible'
    WHEN buyer_is_right IS NULL OR answer_open IS NULL THEN 'fact-missing'
    WHEN (dispute_reason = 'not-as-described' OR proof_of_delivery) IS NULL THEN 'fact-missing'
    WHEN dispute_reason = 'not-as-described' THEN 'eligible'
    WHEN (payment_amount < 75000 OR signature_held) AND shipped_to_page_address THEN 'eligible'
    ELSE 'weak'
  END AS "paypal.dispute.claim",

  CASE
    WHEN payer_is_right OR NOT proof_there THEN 'not-eligible'
    WHEN payer_is_right IS NULL OR proof_there IS NULL THEN 'fact-missing'
    ELSE 'eligible'
  END AS "card-networks.antom-escalation.escalation",
  CASE
    WHEN customer_is_right OR NOT page_open OR proof_state = 'none' THEN 'not-eligible'
    WHEN customer_is_right IS NULL OR page_open IS NULL OR proof_state IS NULL THEN 'fact-missing'
    WHEN proof_state = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "card-networks.chargeback.visa",
  CASE
    WHEN customer_is_right OR NOT page_open OR proof_state = 'none' THEN 'not-eligible'
    WHEN customer_is_right IS NULL OR page_open IS NULL OR proof_state IS NULL THEN 'fact-missing'
    WHEN proof_state = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "card-networks.chargeback.mastercard",
  CASE
    WHEN customer_is_right OR NOT page_open OR proof_state = 'none' THEN 'not-eligible'
    WHEN customer_is_right IS NULL OR page_open IS NULL OR proof_state IS NULL THEN 'fact-missing'
    WHEN proof_state = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "card-networks.chargeback.amex",
  CASE
    WHEN customer_is_right OR NOT page_open OR proof_state = 'none' THEN 'not-eligible'
    WHEN customer_is_right IS NULL OR page_open IS NULL OR proof_state IS NULL THEN 'fact-missing'
    WHEN proof_state = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "card-networks.chargeback.amex-optblue",
  CASE
    WHEN customer_is_right OR NOT page_open OR proof_state = 'none' THEN 'not-eligible'
    WHEN customer_is_right IS NULL OR page_open IS NULL OR proof_state IS NULL THEN 'fact-missing'
    WHEN proof_state = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "card-networks.chargeback.discover"
