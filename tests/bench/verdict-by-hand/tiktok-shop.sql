  CASE
    WHEN NOT window_still_open OR evidence_at_hand = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_at_hand IS NULL THEN 'fact-missing'
    WHEN evidence_at_hand = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "tiktok-shop.after-sale.dispute",
  CASE
    WHEN sign_that_holds IN ('own-orders', 'affiliate-orders') OR documented_order_count = 0 THEN 'not-eligible'
    WHEN sign_that_holds IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN sign_that_holds = 'none' THEN 'eligible'
    ELSE 'weak'
  END AS "tiktok-shop.fake-order.flagged-orders",
  CASE
    WHEN NOT appeal_button AND days_since_speedy_refund < 3 THEN 'not-eligible'
    WHEN (appeal_button OR days_since_speedy_refund >= 3) IS NULL THEN 'fact-missing'
    WHEN return_proof = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "tiktok-shop.return-refund.appeal",
  CASE
    WHEN NOT window_still_open OR real_violation THEN 'not-eligible'
    WHEN window_still_open IS NULL OR real_violation IS NULL THEN 'fact-missing'
    WHEN support_complete THEN 'eligible'
    ELSE 'weak'
  END AS "tiktok-shop.violation.appeal",
  CASE
    WHEN NOT window_still_open THEN 'not-eligible'
    WHEN window_still_open IS NULL THEN 'fact-missing'
    WHEN support_complete THEN 'eligible'
    ELSE 'weak'
  END AS "tiktok-shop.violation.buyer-spam",
  CASE
    WHEN NOT window_still_open THEN 'not-eligible'
    WHEN window_still_open IS NULL THEN 'fact-missing'
    WHEN support_complete THEN 'eligible'
    ELSE 'weak'
  END AS "tiktok-shop.violation.system-bug",
  CASE
    WHEN NOT window_still_open THEN 'not-eligible'
    WHEN window_still_open IS NULL THEN 'fact-missing'
    WHEN support_complete THEN 'eligible'
    ELSE 'weak'
  END AS "tiktok-shop.violation.disaster"
