  CASE
    WHEN competition_sign = 'none' THEN 'not-eligible'
    WHEN competition_sign IS NULL THEN 'fact-missing'
    WHEN competition_sign = 'shown' AND order_count >= 2 AND account_conduct_shown THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.report-buyer.malicious-order",
  CASE
    WHEN genuine_purchase_review THEN 'not-eligible'
    WHEN genuine_purchase_review IS NULL THEN 'fact-missing'
    WHEN account_conduct_shown AND competition_sign = 'shown' THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.report-buyer.malicious-review",
  CASE
    WHEN dispute_ground IN ('ordinary', 'single-oddity') THEN 'not-eligible'
    WHEN dispute_ground IS NULL THEN 'fact-missing'
    WHEN site_conduct_shown THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.report-buyer.malicious-dispute",
  CASE
    WHEN harassing_message = 'none' THEN 'not-eligible'
    WHEN harassing_message IS NULL THEN 'fact-missing'
    WHEN harassing_message = 'clear' AND message_on_each_order THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.report-buyer.malicious-harassment",
  CASE
    WHEN no_sale_ground = 'own-side' OR NOT could_not_ship_because THEN 'not-eligible'
    WHEN no_sale_ground IS NULL OR could_not_ship_because IS NULL THEN 'fact-missing'
    WHEN no_sale_ground <> 'other-buyer-side' AND asked_the_buyer AND cause_on_each_order THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.report-buyer.no-sale",
  CASE
    WHEN NOT on_alert_list OR order_verified = 'verified-normal' THEN 'not-eligible'
    WHEN on_alert_list IS NULL OR order_verified IS NULL THEN 'fact-missing'
    WHEN order_verified = 'confirmed-abnormal' AND verification_recorded THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.order-guard.risk-order",
  CASE
    WHEN NOT (days_since_closed <= 7 OR page_countdowns >= 1) THEN 'not-eligible'
    WHEN (days_since_closed <= 7 OR page_countdowns >= 1) IS NULL THEN 'fact-missing'
    WHEN proof_for_appeal IN ('clearer', 'new') AND result_reason_known THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.dispute-appeal.lost-dispute",
  CASE
    WHEN seller_at_fault OR NOT answer_still_open THEN 'not-eligible'
    WHEN seller_at_fault IS NULL OR answer_still_open IS NULL THEN 'fact-missing'
    WHEN inspected_before_shipping AND instructions_given
      AND (counter_offer <> 'return-and-refund' OR return_address_given) THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.dispute.quality",
  CASE
    WHEN seller_at_fault OR NOT answer_still_open OR variant_check = 'wrong-item-sent' OR NOT listing_matches_goods
      THEN 'not-eligible'
    WHEN seller_at_fault IS NULL OR answer_still_open IS NULL OR variant_check IS NULL OR listing_matches_goods IS NULL
      THEN 'fact-missing'
    WHEN variant_check IN ('as-ordered', 'buyer-chose-wrong')
      AND (counter_offer <> 'return-and-refund' OR return_address_given) THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.dispute.not-as-described",
  CASE
    WHEN seller_at_fault OR NOT answer_still_open THEN 'not-eligible'
    WHEN seller_at_fault IS NULL OR answer_still_open IS NULL THEN 'fact-missing'
    WHEN packed_firmly AND (counter_offer <> 'return-and-refund' OR return_address_given) THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.dispute.transit-damage",
  CASE
    WHEN seller_at_fault OR NOT answer_still_open OR tracking_state = 'no-movement' THEN 'not-eligible'
    WHEN seller_at_fault IS NULL OR answer_still_open IS NULL OR tracking_state IS NULL THEN 'fact-missing'
    WHEN tracking_state = 'delivered' AND shipped_in_time
      AND (counter_offer <> 'return-and-refund' OR return_address_given) THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.dispute.not-received",
  CASE
    WHEN NOT (days_since_record <= 7 OR page_countdowns >= 1) OR caused_by_report OR before_upgrade
      OR NOT goods_are_allowed THEN 'not-eligible'
    WHEN (days_since_record <= 7 OR page_countdowns >= 1) IS NULL OR caused_by_report IS NULL OR before_upgrade IS NULL
      OR goods_are_allowed IS NULL THEN 'fact-missing'
    WHEN licence_shown THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.sales-ban.restricted-listing",
  CASE
    WHEN NOT window_still_open OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.violation.fake-sales",
  CASE
    WHEN NOT window_still_open OR no_sale_own_cause OR recipient_screenshot_count = 0 OR documented_order_count = 0
      THEN 'not-eligible'
    WHEN window_still_open IS NULL OR no_sale_own_cause IS NULL OR recipient_screenshot_count IS NULL
      OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.violation.no-sale",
  CASE
    WHEN NOT window_still_open OR NOT online_in_time OR logistics_screenshot_count = 0 OR documented_order_count = 0
      THEN 'not-eligible'
    WHEN window_still_open IS NULL OR online_in_time IS NULL OR logistics_screenshot_count IS NULL
      OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.violation.online-rate",
  CASE
    WHEN NOT window_still_open OR NOT sku_info_true THEN 'not-eligible'
    WHEN window_still_open IS NULL OR sku_info_true IS NULL THEN 'fact-missing'
    WHEN sku_proof_given THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.violation.sku",
  CASE
    WHEN NOT window_still_open OR NOT parcel_is_real OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR parcel_is_real IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "aliexpress.violation.false-shipment"
