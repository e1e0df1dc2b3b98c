  -- Above 750 and from 450 on a delivery needs a signature, in two regions; a case of neither region is held to both.
  CASE
    WHEN NOT window_still_open OR NOT new_information OR appeal_ground = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR new_information IS NULL OR appeal_ground IS NULL THEN 'fact-missing'
    WHEN appeal_ground NOT IN
      ('delivered-before-closure', 'return-lost-or-misdirected', 'matches-listing', 'refund-proven') THEN 'fact-missing'
    WHEN (appeal_ground <> 'delivered-before-closure' OR signature_shown OR (order_amount <= 75000 AND order_amount_pounds < 45000))
      AND papers_ready
      THEN 'eligible'
    ELSE 'weak'
  END AS "ebay.case-appeal.appeal",
  CASE
    WHEN NOT order_was_sent THEN 'not-eligible'
    WHEN order_was_sent IS NULL THEN 'fact-missing'
    WHEN tracking_entered THEN 'eligible'
    ELSE 'weak'
  END AS "ebay.payment-dispute.challenge",
  CASE
    WHEN policy_breach = 'none' THEN 'not-eligible'
    WHEN policy_breach IS NULL THEN 'fact-missing'
    WHEN policy_breach = 'shown' AND conduct_shown AND account_conduct_shown THEN 'eligible'
    ELSE 'weak'
  END AS "ebay.report-buyer.abusive-buyer",
  CASE
    WHEN NOT still_can_answer THEN 'not-eligible'
    WHEN still_can_answer IS NULL THEN 'fact-missing'
    WHEN delivery_shown = 'delivered' THEN 'eligible'
    ELSE 'weak'
  END AS "ebay.request.not-received",
  CASE
    WHEN ebay_stepped_in OR return_condition = 'as-sent' OR deduction_percent > 50 THEN 'not-eligible'
    WHEN ebay_stepped_in IS NULL OR return_condition IS NULL OR deduction_percent IS NULL THEN 'fact-missing'
    WHEN return_condition = 'used-or-damaged' THEN 'eligible'
    ELSE 'weak'
  END AS "ebay.request.used-return"
