  CASE
    WHEN offence_number >= 2 OR documented_order_count = 0 THEN 'not-eligible'
    WHEN offence_number IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 THEN 'eligible'
    ELSE 'weak'
  END AS "shopee.fake-order.flagged-orders",
  CASE
    WHEN violation_kind IN ('banned-goods', 'empty-parcel', 'wrong-item') OR NOT entry_open OR ground = 'none'
      THEN 'not-eligible'
    WHEN violation_kind IS NULL OR entry_open IS NULL OR ground IS NULL THEN 'fact-missing'
    WHEN ground = 'documented' AND files_complete THEN 'eligible'
    ELSE 'weak'
  END AS "shopee.penalty-points.points",
  CASE
    WHEN claim_is_true OR evidence_state = 'none' THEN 'not-eligible'
    WHEN claim_is_true IS NULL OR evidence_state IS NULL THEN 'fact-missing'
    WHEN evidence_state = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "shopee.return-dispute.return-request",
  CASE
    WHEN claim_is_true OR NOT refund_window_open THEN 'not-eligible'
    WHEN claim_is_true IS NULL OR refund_window_open IS NULL THEN 'fact-missing'
    WHEN evidence_state = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "shopee.return-dispute.refund-only",

  CASE
    WHEN documented_order_count = 0 THEN 'not-eligible'
    WHEN documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 THEN 'eligible'
    ELSE 'weak'
  END AS "lazada.fake-order.flagged-orders",
  CASE
    WHEN NOT window_open OR right_shown = 'none' THEN 'not-eligible'
    WHEN window_open IS NULL OR right_shown IS NULL THEN 'fact-missing'
    WHEN right_shown = 'authorised' THEN 'eligible'
    ELSE 'weak'
  END AS "lazada.ip.complaint",
  CASE
    WHEN NOT damage_shown THEN 'not-eligible'
    WHEN damage_shown IS NULL THEN 'fact-missing'
    WHEN fields_filled THEN 'eligible'
    ELSE 'weak'
  END AS "lazada.return-claim.claim",
  CASE
    WHEN buyer_is_right THEN 'not-eligible'
    WHEN buyer_is_right IS NULL THEN 'fact-missing'
    WHEN goods_shown THEN 'eligible'
    ELSE 'weak'
  END AS "lazada.return.return-dispute",
  CASE
    WHEN points_total >= 48 OR NOT appeal_open OR ground = 'none' THEN 'not-eligible'
    WHEN points_total IS NULL OR appeal_open IS NULL OR ground IS NULL THEN 'fact-missing'
    WHEN ground = 'documented' THEN 'eligible'
    ELSE 'weak'
  END AS "lazada.violation.points",

  CASE
    WHEN NOT was_sent THEN 'not-eligible'
    WHEN was_sent IS NULL THEN 'fact-missing'
    WHEN help_request_answered THEN 'eligible'
    ELSE 'weak'
  END AS "etsy.case.not-received",
  CASE
    WHEN suspension_kind IN ('temporary', 'repeat-ip-or-legal') OR NOT settled_first THEN 'not-eligible'
    WHEN suspension_kind IS NULL OR settled_first IS NULL THEN 'fact-missing'
    WHEN appeal_answers_all THEN 'eligible'
    ELSE 'weak'
  END AS "etsy.suspension.appeal"
