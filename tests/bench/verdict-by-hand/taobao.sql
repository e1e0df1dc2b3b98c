  CASE
    WHEN NOT window_still_open OR NOT scene_matches_page OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR scene_matches_page IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.fake-transaction.goods",
  CASE
    WHEN NOT window_still_open OR NOT scene_matches_page OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR scene_matches_page IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.fake-transaction.virtual-goods",
  CASE
    WHEN order_age_days > 180 OR NOT number_has_no_space OR order_ground = 'other' THEN 'not-eligible'
    WHEN order_age_days IS NULL OR number_has_no_space IS NULL OR order_ground IS NULL THEN 'fact-missing'
    WHEN shown_by_exhibit THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.report-buyer.abnormal-order",
  CASE
    WHEN order_age_days > 180 OR refund_age_days > 60 OR NOT number_has_no_space OR refund_ground = 'other'
      THEN 'not-eligible'
    WHEN order_age_days IS NULL OR refund_age_days IS NULL OR number_has_no_space IS NULL OR refund_ground IS NULL
      THEN 'fact-missing'
    WHEN shown_by_exhibit THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.report-buyer.abnormal-refund",
  CASE
    WHEN order_age_days > 180 OR NOT number_has_no_space OR complaint_ground = 'ordinary' THEN 'not-eligible'
    WHEN order_age_days IS NULL OR number_has_no_space IS NULL OR complaint_ground IS NULL THEN 'fact-missing'
    WHEN complaint_ground = 'untrue' AND shown_by_exhibit THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.report-buyer.abnormal-complaint",
  CASE
    WHEN order_age_days > 180 OR NOT number_has_no_space OR review_ground = 'opinion' THEN 'not-eligible'
    WHEN order_age_days IS NULL OR number_has_no_space IS NULL OR review_ground IS NULL THEN 'fact-missing'
    WHEN shown_by_exhibit THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.report-buyer.abnormal-review",
  CASE
    WHEN NOT order_is_real OR (receipt_proof = 'none' AND NOT buyer_gave_wrong_address) THEN 'not-eligible'
    WHEN order_is_real IS NULL THEN 'fact-missing'
    WHEN (receipt_proof IN ('tracking', 'signed') OR buyer_gave_wrong_address) IS NULL THEN 'fact-missing'
    WHEN (receipt_proof = 'signed' OR buyer_gave_wrong_address) AND ship_time IN ('slip', 'carrier')
      AND buyer_was_answered THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.dispute.not-received",
  CASE
    WHEN NOT order_is_real OR (buyer_showed_defect AND explanation = 'none') THEN 'not-eligible'
    WHEN order_is_real IS NULL OR (buyer_showed_defect AND explanation = 'none') IS NULL THEN 'fact-missing'
    WHEN (NOT buyer_showed_defect OR explanation = 'shown') AND buyer_was_answered THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.dispute.visible-quality",
  CASE
    WHEN NOT order_is_real OR source_papers = 'none' THEN 'not-eligible'
    WHEN order_is_real IS NULL OR source_papers IS NULL THEN 'fact-missing'
    WHEN source_papers = 'chain' AND buyer_was_answered THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.dispute.hidden-quality",
  CASE
    WHEN NOT order_is_real OR (sign_off <> 'recipient' AND NOT buyer_confirmed) THEN 'not-eligible'
    WHEN order_is_real IS NULL OR (sign_off = 'recipient' OR buyer_confirmed) IS NULL THEN 'fact-missing'
    WHEN parcels IN ('merged-agreed', 'separate') AND buyer_was_answered THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.dispute.surface",
  CASE
    WHEN NOT window_still_open OR NOT (days_since_penalty <= 15 OR page_countdowns >= 1) OR defence = 'none'
      THEN 'not-eligible'
    WHEN window_still_open IS NULL OR (days_since_penalty <= 15 OR page_countdowns >= 1) IS NULL OR defence IS NULL
      THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.violation.general",
  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.violation.marketing",
  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "taobao.violation.counterfeit"
