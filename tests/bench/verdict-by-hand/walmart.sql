  CASE
    WHEN NOT window_still_open OR (walmart_shipping AND item_amount < 10000) THEN 'not-eligible'
    WHEN window_still_open IS NULL OR (walmart_shipping AND item_amount < 10000) IS NULL THEN 'fact-missing'
    WHEN appeal_evidence = 'new' THEN 'eligible'
    ELSE 'weak'
  END AS "walmart.dispute-appeal.appeal",
  CASE
    WHEN NOT window_still_open OR seller_gave_refund THEN 'not-eligible'
    WHEN window_still_open IS NULL OR seller_gave_refund IS NULL THEN 'fact-missing'
    WHEN dispute_proof = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "walmart.dispute.customer-return",
  CASE
    WHEN NOT window_still_open OR item_amount <= 10000 OR seller_gave_refund THEN 'not-eligible'
    WHEN window_still_open IS NULL OR item_amount IS NULL OR seller_gave_refund IS NULL THEN 'fact-missing'
    WHEN dispute_proof = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "walmart.dispute.high-value",
  CASE
    WHEN NOT window_still_open OR seller_gave_refund THEN 'not-eligible'
    WHEN window_still_open IS NULL OR seller_gave_refund IS NULL THEN 'fact-missing'
    WHEN dispute_proof = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "walmart.dispute.customer-care",
  CASE
    WHEN NOT window_still_open OR seller_gave_refund THEN 'not-eligible'
    WHEN window_still_open IS NULL OR seller_gave_refund IS NULL THEN 'fact-missing'
    WHEN dispute_proof = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "walmart.dispute.failed-delivery",
  CASE
    WHEN NOT window_still_open THEN 'not-eligible'
    WHEN window_still_open IS NULL THEN 'fact-missing'
    WHEN fee_difference_shown THEN 'eligible'
    ELSE 'weak'
  END AS "walmart.fee-dispute.referral-fee",
  CASE
    WHEN account_state = 'terminated' OR NOT plan_answers_all THEN 'not-eligible'
    WHEN account_state IS NULL OR plan_answers_all IS NULL THEN 'fact-missing'
    WHEN invoice_age_months <= 2 THEN 'eligible'
    ELSE 'weak'
  END AS "walmart.suspension.plan-of-action"
