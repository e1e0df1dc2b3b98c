  CASE
    WHEN NOT window_still_open THEN 'not-eligible'
    WHEN window_still_open IS NULL THEN 'fact-missing'
    WHEN answered_buyer AND claim_proof = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.a-to-z.claim-response",
  CASE
    WHEN NOT window_still_open OR NOT new_information THEN 'not-eligible'
    WHEN window_still_open IS NULL OR new_information IS NULL THEN 'fact-missing'
    WHEN claim_proof = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.a-to-z.appeal",
  CASE
    WHEN NOT covers_every_issue THEN 'not-eligible'
    WHEN covers_every_issue IS NULL THEN 'fact-missing'
    WHEN invoice_age_days <= 365 THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.account.plan-of-action",
  -- Another platform asks for an appeal's ground with other answers: here they are none.
  CASE
    WHEN notice_kind = 'fraud-or-illegal' OR appeal_ground = 'neither' THEN 'not-eligible'
    WHEN notice_kind IS NULL OR appeal_ground IS NULL THEN 'fact-missing'
    WHEN appeal_ground NOT IN ('changed-practice', 'proven-error') THEN 'fact-missing'
    WHEN covers_every_issue THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.account.section-3",
  CASE
    WHEN NOT goods_were_sent THEN 'not-eligible'
    WHEN goods_were_sent IS NULL THEN 'fact-missing'
    WHEN all_at_hand THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.chargeback.response",
  CASE
    WHEN category_fits = 'wrong' THEN 'not-eligible'
    WHEN category_fits IS NULL THEN 'fact-missing'
    WHEN category_fits = 'fits' AND screenshots_ready AND account_conduct_shown THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.report-abuse.report",
  CASE
    WHEN guideline_breach = 'none' THEN 'not-eligible'
    WHEN guideline_breach IS NULL THEN 'fact-missing'
    WHEN guideline_breach = 'clear' AND link_at_hand THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.review-report.review",
  CASE
    WHEN NOT window_still_open OR additional_evidence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR additional_evidence IS NULL THEN 'fact-missing'
    WHEN additional_evidence = 'new' THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.safe-t-appeal.appeal",
  CASE
    WHEN refund_was_automatic OR safe_t_ground IN ('seller-refunded', 'a-to-z-granted', 'return-transit-damage',
      'platform-fulfilled', 'return-refused', 'other') THEN 'not-eligible'
    WHEN refund_was_automatic IS NULL OR safe_t_ground IS NULL THEN 'fact-missing'
    WHEN return_documented THEN 'eligible'
    ELSE 'weak'
  END AS "amazon.safe-t.claim"
