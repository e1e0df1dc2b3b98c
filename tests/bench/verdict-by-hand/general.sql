  CASE
    WHEN NOT window_still_open OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 AND basis_known AND logistics_agree THEN 'eligible'
    ELSE 'weak'
  END AS "general.fake-transaction.flagged-orders",
  CASE
    WHEN NOT window_still_open OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 AND basis_known AND offline_papers_agree THEN 'eligible'
    ELSE 'weak'
  END AS "general.fake-transaction.offline-to-online"
