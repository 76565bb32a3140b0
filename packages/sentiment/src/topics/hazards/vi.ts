import type { HazardWords } from '../hazard.js';

export const vi: HazardWords = {
  fire: '=cháy bị_cháy đang_cháy cháy_nhà hỏa_hoạn hoả_hoạn khói =lửa bốc_cháy bốc_lửa bốc_khói tia_lửa ngọn_lửa =nổ phát_nổ nổ_bình nổ_tung toé_lửa tóe_lửa xẹt_lửa chập_điện bén_lửa dập_lửa chay_roi dang_chay boc_khoi khoi_den hoa_hoan',
  gas: '=gas mùi_gas rò_gas rò_rỉ_gas rò_khí xì_gas bình_gas hở_gas khét mùi_khét mùi_cháy mùi_xăng =xăng khí_độc khí_ga khí_co ngạt_khí mui_gas mui_khet ro_gas mùi_hóa_chất mùi_hoá_chất mùi_nhựa_cháy',
  flood:
    'ngập_nước tràn_nước tràn_ra nước_tràn vỡ_ống bể_ống nổ_ống vỡ_đường ống_nước_vỡ từ_trần trần_nhà_sập sập_trần dột chảy_xối lênh_láng =trào trào_ngược rò_nước rò_rỉ_nước nước_chảy_khắp nước_khắp ngap_nuoc tran_nuoc vo_ong bị_ngập đang_ngập ngập_phòng ngập_sàn ngập_hết ngập_cả bị_tràn đang_tràn tràn_vào tràn_bồn phun_ra phun_khắp phun_tung nước_phun đang_phun',
  faint:
    'bất_tỉnh ngất không_phản_ứng không_tỉnh gọi_không_dậy gọi_không_tỉnh lay_không_dậy không_cử_động không_nhúc_nhích co_giật lên_cơn_giật động_kinh xỉu hôn_mê bất_động mất_ý_thức mê_man lịm sùi_bọt_mép trợn_mắt gục bat_tinh ngat_xiu co_giat',
  blood:
    'máu chảy_máu ra_máu mất_máu gãy_tay gãy_chân gãy_xương đứt_tay đứt_ngón rách_đầu vỡ_đầu chấn_thương vết_thương bị_thương cắt_vào cắt_trúng mảnh_kính đập_đầu chay_mau gay_tay gay_chan bị_bỏng bỏng_nặng bỏng_tay bỏng_nước bỏng_da bị_phỏng',
  breath:
    'khó_thở =thở không_thở thở_không ngừng_thở ngạt_thở nghẹt_thở nghẹn hóc mắc_cổ mắc_nghẹn sưng dị_ứng sốc_phản_vệ phản_vệ mề_đay =suyễn lên_cơn_suyễn hen_suyễn nổi_mẩn phát_ban tím_tái kho_tho di_ung nghet_tho',
  fall: '=ngã bị_ngã té_ngã =té bị_té trượt_chân trượt_ngã vấp_ngã ngã_cầu_thang ngã_xuống té_cầu_thang rơi_từ rớt_xuống rơi_xuống không_đứng_dậy không_dậy_được không_đứng_được không_ngồi_dậy không_đi_được bi_nga bi_te truot_nga bị_trượt trượt_té',
  missing:
    'lạc_mất bị_lạc đi_lạc mất_tích mất_con thất_lạc không_tìm_thấy không_thấy_đâu tìm_không_thấy tìm_mãi_không chưa_thấy_về biến_mất bỏ_đi_đâu không_biết_đi_đâu không_liên_lạc đi_đâu_mất mat_tich bi_lac di_lac khong_tim_thay lạc_đường lạc_con lạc_nhau lạc_khỏi',
  child:
    '=bé =bé_gái bé_trai bé_nhà em_bé con_trai con_gái con_tôi con_mình con_em con_nhỏ đứa_trẻ đứa_bé đứa_con trẻ_em trẻ_nhỏ trẻ_con cháu_bé =cháu tuổi tháng_tuổi thằng_bé sơ_sinh cháu_nội cháu_ngoại con_gai',
  intruder:
    'trộm ăn_trộm bị_trộm mất_trộm =cướp bị_cướp kẻ_lạ người_lạ đột_nhập xông_vào say_rượu say_xỉn người_say gã_say phá_cửa phá_khóa phá_khoá đập_cửa đạp_cửa trèo_vào trèo_ban_công =trèo cạy lẻn_vào đang_mở_cửa cố_mở_cửa cố_vào đi_theo_tôi bám_theo ke_trom an_trom đang_say bị_theo_dõi theo_dõi_tôi',
  drown:
    'đuối_nước chết_đuối sắp_chìm chìm_xuống bị_chìm đáy_hồ đáy_bể dưới_nước rơi_xuống_hồ rơi_xuống_bể ngã_xuống_hồ té_xuống_hồ sặc_nước nhân_viên_cứu_hộ cứu_hộ không_biết_bơi sóng_cuốn nước_cuốn vớt_lên nổi_úp duoi_nuoc chet_duoi',
  fight:
    'đánh_nhau đánh_lộn đánh_người bị_đánh đánh_vợ đánh_đập =dao cầm_dao con_dao dọa doạ_giết đe_dọa đe_doạ hăm_dọa =súng vũ_khí hung_khí ẩu_đả xô_xát cãi_nhau =đâm bị_đâm hành_hung tấn_công sàm_sỡ la_hét hét_lên gào_thét danh_nhau cam_dao',
  shut: 'bị_kẹt mắc_kẹt nhốt bị_nhốt bị_khóa bị_khoá khóa_trái khoá_trái cửa_sập cửa_kẹt cửa_không_mở không_mở_được không_ra_được không_vào_được không_thoát tự_khoá tự_khóa đóng_sập quên_chìa quên_thẻ thẻ_không_mở chân_đất chân_không đứng_ngoài bi_ket mac_ket khong_ra_duoc khong_mo_duoc kẹt_trong kẹt_ở kẹt_ngoài kẹt_lại kẹt_cửa kẹt_tay',
  lift: 'thang_máy thang_may trong_thang buồng_thang cabin_thang kẹt_thang giữa_hai_tầng giữa_các_tầng =elevator',
  shock:
    'giật_điện điện_giật bị_giật bị_điện giật_tê dây_điện dây_hở hở_điện hở_dây dây_trần ổ_điện ổ_cắm phích_cắm rò_điện rò_rỉ_điện nhiễm_điện đoản_mạch chạm_điện chạm_mạch dien_giat giat_dien ro_dien',
  poison:
    'ngộ_độc trúng_độc thuốc_độc chất_độc độc_tố uống_nhầm ăn_nhầm nuốt uống_thuốc_ngủ uống_cả_vỉ uống_cả_lọ thuốc_ngủ quá_liều thuốc_tẩy nước_tẩy chất_tẩy nước_lau_sàn nước_rửa_bồn bột_giặt nước_javel thuốc_trừ_sâu thuốc_diệt hóa_chất hoá_chất ngo_doc qua_lieu uong_nham',
  heart:
    'đau_tim nhồi_máu trụy_tim truỵ_tim ngừng_tim tim_ngừng lên_cơn_đau_tim đột_quỵ đột_quị tai_biến đau_ngực tức_ngực đau_thắt_ngực méo_miệng liệt_nửa không_có_mạch mất_mạch hạ_đường_huyết tụt_đường đường_huyết tiểu_đường insulin sốt_40 sốt_cao sốt_bốn_mươi tụt_huyết_áp cao_huyết_áp dot_quy dau_tim dau_nguc',
  birth:
    'chuyển_dạ sắp_sinh sắp_đẻ đang_đẻ đau_đẻ trở_dạ vỡ_ối nước_ối vỡ_nước_ối cơn_gò cơn_co_thắt co_thắt sinh_con sinh_non đẻ_rơi bà_bầu mang_thai có_bầu =thai_phụ sảy_thai bà_đỡ nữ_hộ_sinh hộ_sinh vo_oi chuyen_da sap_sinh',
  help: 'cứu giúp nhanh gấp =ngay ngay_lập_tức lập_tức khẩn bây_giờ làm_ơn_đến lên_phòng_ngay đến_ngay lên_ngay mau_lên cử_người cho_người_lên ai_đó sos giup_toi cuu_voi khan_cap',
  call: 'cấp_cứu gọi_cấp_cứu xe_cấp_cứu xe_cứu_thương cứu_thương bác_sĩ bác_sỹ y_tá công_an cảnh_sát cứu_hỏa cứu_hoả lính_cứu bảo_vệ an_ninh bệnh_viện nhập_viện =115 =113 =114 =112 bac_si cap_cuu cong_an bao_ve benh_vien',
  past: 'hôm_qua cảm_ơn cám_ơn tối_qua đêm_qua hôm_trước hôm_nọ tuần_trước tháng_trước năm_ngoái năm_trước lần_trước trước_đây lúc_đó khi_đó diễn_tập báo_động_giả báo_cháy_giả nhầm_lẫn đã_sửa đã_xong đã_được đã_ổn sửa_xong may_mắn may_mà may_là cuối_cùng hom_qua cam_on toi_qua',
  asks: 'có_phải khách_sạn_có phòng_có bên_mình_có cho_hỏi cho_em_hỏi cho_mình_hỏi cho_tôi_hỏi xin_hỏi muốn_hỏi hỏi_thăm hỏi_xem ở_đâu mấy_giờ bao_nhiêu bao_lâu thế_nào như_thế_nào làm_sao được_không được_ko có_được có_thể loại_nào cái_nào nếu_như trong_trường_hợp muốn_biết liệu_có o_dau may_gio bao_nhieu duoc_khong',
  minor:
    'không_gấp không_vội chưa_gấp không_cần_gấp không_khẩn khi_nào_rảnh lúc_nào_rảnh khi_rảnh khi_tiện ngày_mai sáng_mai để_mai để_sau lát_nữa một_chút =hơi chút_xíu nhỏ_giọt rỉ_giọt nhấp_nháy chập_chờn kêu_bíp bíp cười_chết cười_vỡ ngon_chết lò_sưởi hút_thuốc thuốc_lá cây_xăng trạm_xăng nướng_bbq bbq thịt_nướng gạt_tàn khong_gap ngay_mai',
};
