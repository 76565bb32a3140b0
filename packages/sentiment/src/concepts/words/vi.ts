import type { ConceptWords } from '../concept.js';

export const vi: ConceptWords = {
  negation: '=không =chưa =chẳng =đừng =ko =k =hông =chả =khong',
  superb:
    'tuyệt_vời =tuyệt xuất_sắc hoàn_hảo đỉnh hết_ý rất_tuyệt trên_cả_tuyệt đẳng_cấp năm_sao 5_sao quá_đã thiên_đường mỹ_mãn ấn_tượng =xịn không_chê',
  good: '=tốt =ổn =ok khá_tốt =hay được_lắm dễ_chịu =ngon_lành tạm_ổn =oke',
  enjoy: '=thích yêu_thích =mê thích_thú tận_hưởng vui hài_lòng trải_nghiệm_tuyệt đáng_nhớ yêu',
  thanks: 'cảm_ơn cám_ơn =thanks biết_ơn trân_trọng khen tuyên_dương cảm_kích cam_on',
  recommend: 'giới_thiệu nên_đến nên_ở khuyên_mọi_người đáng_để nên_thử',
  return: 'quay_lại sẽ_trở_lại trở_lại lần_sau_sẽ ghé_lại sẽ_đến_nữa năm_sau lần_tới',
  friendly:
    'thân_thiện lịch_sự nhiệt_tình niềm_nở dễ_thương chu_đáo vui_vẻ hiếu_khách dễ_mến tươi_cười ân_cần nụ_cười chuyên_nghiệp tử_tế đáng_yêu mến_khách',
  helped:
    'giúp_đỡ hỗ_trợ giúp_tôi giúp_chúng hướng_dẫn mang_lên mang_đến sắp_xếp_cho tận_tình xách chỉ_đường giúp_mình phục_vụ_tốt',
  clean: 'sạch sạch_sẽ thơm gọn_gàng sạch_bong tinh_tươm ngăn_nắp',
  comfy: 'thoải_mái êm êm_ái dễ_chịu ngủ_ngon thư_giãn như_ở_nhà ấm_cúng ngon_giấc',
  tasty: '=ngon ngon_miệng đậm_đà tuyệt_ngon giòn rất_ngon ngon_tuyệt',
  quiet: 'yên_tĩnh thanh_bình tĩnh_lặng yên_ả riêng_tư',
  fast: 'nhanh nhanh_chóng ngay_lập_tức =ngay kịp_thời chỉ_năm_phút trong_vài_phút tức_thì chưa_đầy nhanh_gọn lập_tức',
  fixed:
    'sửa_xong đã_sửa sửa_ngay đổi_phòng_cho đổi_cho khắc_phục xử_lý_nhanh giải_quyết tìm_thấy thay_mới đã_ổn giữ_giúp giữ_hộ tìm_lại',
  gift: 'miễn_phí nâng_hạng nâng_cấp tặng quà bất_ngờ sinh_nhật kỷ_niệm trăng_mật',
  beautiful: '=đẹp xinh view_đẹp sang_trọng hiện_đại lãng_mạn tinh_tế bắt_mắt ấm_áp thơ_mộng',
  worth: 'đáng_tiền đáng_giá giá_tốt hợp_lý giá_rẻ phải_chăng xứng_đáng xứng_tiền đáng_đồng giá_mềm',
  happy: 'hài_lòng vui_mừng mãn_nguyện ưng_ý hạnh_phúc ưng',
  best: 'tốt_nhất nhất_từng số_một tuyệt_nhất đẹp_nhất',
  fresh: 'tươi đa_dạng phong_phú nhiều_món đầy_đủ đủ_món tươi_ngon',
  roomy: 'rộng rộng_rãi thoáng lớn thoáng_mát rộng_thênh',
  care: 'quan_tâm chu_đáo tận_tâm để_ý nhớ_tên tinh_tế chăm_sóc kiên_nhẫn tâm_lý chuẩn_bị_sẵn',
  handy: 'tiện tiện_lợi =gần trung_tâm vị_trí_đẹp thuận_tiện vị_trí_tốt đi_bộ dễ_dàng',
  faultless:
    'không_chê_vào không_có_gì_để_chê không_có_gì_phàn_nàn ngoài_mong_đợi vượt_mong không_vấn_đề suôn_sẻ không_thể_tốt_hơn không_một_lời không_gặp_vấn không_có_điểm_trừ hơn_mong_đợi trơn_tru',
  awful:
    'tệ kinh_khủng tồi_tệ =tồi kinh_tởm thảm_họa ác_mộng khủng_khiếp ghê quá_tệ dở_tệ kinh_dị tởm thảm_hại quá_đáng =rác địa_ngục tệ_hại',
  bad: '=kém không_tốt không_ổn bình_thường =xấu =chán không_hài_lòng không_thích tạm_được chưa_tốt không_đẹp không_thoải_mái kém_chất sơ_sài không_xứng hơi_tệ không_bằng qua_loa tạm_bợ',
  dirty:
    'bẩn dơ bụi không_sạch dơ_bẩn không_dọn cáu vết_bẩn chưa_dọn nhếch_nhác dính_bẩn bẩn_thỉu chưa_được_dọn',
  smell: 'hôi mùi bốc_mùi hôi_thối mùi_ẩm mùi_thuốc mùi_cống thối tanh',
  vermin: 'gián kiến muỗi chuột =rệp côn_trùng bọ nhện =dán',
  stain: 'mốc =tóc rách ố vết_máu rỉ_sét bong_tróc ẩm_mốc thủng rỉ',
  broken: 'hỏng =hư bể vỡ gãy trục_trặc kẹt hư_hỏng bị_hư tắc tắc_nghẽn',
  fails:
    'không_hoạt_động không_chạy không_mở_được không_bật không_lên không_có_nước không_nóng không_lạnh không_mát mất_nước mất_điện cúp_điện rớt_mạng chập_chờn không_kết_nối không_vào_được không_đóng không_bắt_được nước_yếu không_dùng_được không_khóa không_ra_nước không_sử_dụng bị_ngắt không_xả không_nhận không_mở',
  works: 'hoạt_động_tốt chạy_tốt dùng_được',
  rude: 'thô_lỗ bất_lịch_sự khó_chịu cộc_lốc thái_độ không_thân_thiện cáu_gắt lạnh_lùng thờ_ơ vô_lễ khinh_thường quát hách_dịch không_chào mặt_nặng thiếu_chuyên_nghiệp không_chuyên_nghiệp lạnh_nhạt cau_có không_nhiệt_tình gắt_gỏng hờ_hững',
  loud: 'ồn ầm_ĩ tiếng_ồn inh_ỏi la_hét nghe_rõ karaoke xây_dựng khoan cách_âm tường_mỏng ồn_ào hò_hét nhạc_to chó_sủa ngáy',
  cold: '=lạnh nguội lạnh_ngắt lạnh_cóng nguội_lạnh nguội_ngắt nước_lạnh',
  hot: '=nóng nóng_nực ngột_ngạt oi_bức bí nóng_bức nóng_như toát_mồ_hôi',
  wait: '=đợi =chờ chờ_đợi phải_đợi phải_chờ bắt_đợi',
  slow: '=chậm lâu trễ chậm_trễ chậm_chạp muộn rất_lâu quá_lâu lề_mề',
  nobody:
    'không_ai chẳng_ai không_nghe_máy không_trả_lời không_thấy_ai không_có_ai chưa_thấy không_phản_hồi không_có_nhân_viên không_bắt_máy không_đến không_thấy_đâu không_có_người biệt_tăm',
  never:
    'không_bao_giờ sẽ_không_quay không_quay_lại đừng_đến tránh_xa không_giới_thiệu không_nên_ở lần_cuối đừng_ở không_trở_lại một_đi_không cạch không_khuyên đừng_đặt',
  still: '=vẫn vẫn_chưa đến_giờ_vẫn mãi =còn_chưa mãi_vẫn',
  again: '=lại lần_thứ_ba lần_thứ_hai liên_tục nhiều_lần mỗi_đêm lần_nữa suốt hoài lần_thứ cả_ngày lặp_lại',
  dear: '=đắt mắc giá_cao chặt_chém đắt_đỏ quá_đắt giá_trên_trời cắt_cổ',
  charged:
    'tính_tiền thu_thêm tính_phí trừ_tiền hoàn_tiền phụ_thu đặt_cọc phí tính_sai trừ_hai bị_tính tiền_cọc hóa_đơn_sai',
  lost: 'mất =mất_cắp trộm thất_lạc quên bị_mất ăn_cắp',
  ignored:
    'phớt_lờ từ_chối không_quan_tâm làm_ngơ mặc_kệ không_giải_quyết đùn_đẩy không_xử_lý không_chịu lờ_đi bỏ_mặc không_giúp không_cho không_thèm',
  disappoint:
    'thất_vọng không_như không_giống khác_xa không_đúng_như hối_hận lừa_dối mong_đợi_nhiều hụt_hẫng không_như_hình khác_với_ảnh không_như_mong',
  annoyed:
    'bực bực_mình tức_giận phiền khó_chịu mệt_mỏi chán_nản ức_chế xấu_hổ bực_bội phát_điên mất_hứng mất_vui hết_chịu quá_mệt',
  complain: 'phàn_nàn khiếu_nại than_phiền',
  problem: 'vấn_đề sự_cố rắc_rối bất_tiện điểm_trừ',
  wrong: '=sai nhầm không_đúng lộn thay_vì nhầm_lẫn sai_sót',
  tiny: '=nhỏ =bé chật hẹp chật_hẹp chật_chội bé_xíu nhỏ_xíu',
  worn: '=cũ cũ_kỹ xuống_cấp lỗi_thời cũ_nát cũ_rích tồi_tàn lạc_hậu già_nua',
  leak: 'rò_rỉ dột tràn ngập nghẹt rỉ_nước nhỏ_giọt chảy_nước thấm tắc_bồn bị_tắc',
  hard: '=cứng đau_lưng khó_ngủ lún cót_két ọp_ẹp cứng_như không_êm',
  woke: 'mất_ngủ không_ngủ_được thức_giấc đánh_thức suốt_đêm cả_đêm không_ngủ thức_trắng không_thể_ngủ không_chợp_mắt',
  tasteless:
    'không_ngon =dở nhạt khô =nguội khét ôi cháy sống thiu mặn dai nhạt_nhẽo dở_ẹc chưa_chín khó_ăn nhạt_toẹt',
  waste: 'phí_tiền lãng_phí không_đáng lừa_đảo mất_tiền tốn_tiền phí_thời_gian không_đáng_tiền lừa',
  closed:
    '=đóng hết hết_chỗ không_có_khăn hết_phòng đóng_cửa thiếu không_còn trống_trơn khóa không_đủ không_có_chỗ không_được_bổ',
  promised: '=hứa nói_là nói_rằng nói_dối quảng_cáo bảo_là cam_kết bảo_rằng hẹn',
  sorry: 'xin_lỗi lấy_làm_tiếc',
  only: '=chỉ mỗi_một',
  without: '=thiếu',
  nothing: 'không_có_gì chẳng_có_gì chẳng_gì',
  alas: 'tiếc đáng_tiếc tiếc_là không_may',
  danger:
    'nguy_hiểm ngộ_độc bị_thương bị_ốm đau_bụng dị_ứng sợ khói cháy trượt_ngã không_an_toàn điện_giật mất_an_toàn nôn',
  unacceptable:
    'không_thể_chấp_nhận không_chấp_nhận quá_đáng không_thể_tin sao_lại tại_sao làm_ăn_kiểu vô_lý quá_thể không_hiểu kiểu_gì đến_bao_giờ khi_nào_mới bao_giờ_mới vô_trách_nhiệm',
  forced: 'phải bị_bắt buộc đành',
  asked: '=gọi yêu_cầu báo_lễ_tân đã_báo đã_gọi đã_nói hỏi nhờ phản_ánh đã_nhờ gọi_điện báo_rồi',
  queue: 'xếp_hàng =hàng_dài',
  dark: '=tối ẩm_thấp không_có_cửa_sổ u_ám ẩm âm_u bí_bách',
  please: 'làm_ơn =xin vui_lòng =giúp_mình giùm giúp_em',
  could:
    'được_không có_thể =không_ạ có_không phải_không cho_hỏi cho_tôi_hỏi cho_mình_hỏi cho_em_hỏi xin_hỏi có_được =nhỉ không_vậy xin_thêm cho_tôi_xin',
  question: 'mấy_giờ ở_đâu khi_nào bao_nhiêu thế_nào bao_giờ như_thế_nào =đâu =nào bao_lâu =gì',
  need: '=cần =muốn cần_thêm mong_muốn tôi_muốn',
  if: '=nếu',
  later: 'ngày_mai tối_nay mai chiều_nay chủ_nhật thứ_bảy tuần_sau sáng_mai',
  hello: 'xin_chào chào =hello =hi =alo',
  arrive: 'sẽ_đến sẽ_tới đã_đặt_phòng đặt_phòng chuyến_bay sẽ_nhận_phòng tới_nơi dự_kiến',
  but: '=nhưng =tuy tuy_nhiên mặc_dù ngoại_trừ =nhưng_mà',
  very: '=rất =quá =thật =lắm =cực vô_cùng cực_kỳ thực_sự =siêu hết_sức',
  too: '=hơi một_chút =khá quá_mức',
  since: 'từ_hôm_qua hôm_qua từ_sáng hai_ngày ba_ngày tối_qua sáng_nay đêm_qua từ_tối suốt',
  minutes: '=phút',
  hours: '=tiếng giờ_đồng_hồ =giờ',
  twice: 'hai_lần ba_lần bốn_lần',
  all: 'mọi_thứ tất_cả mọi_người toàn_bộ =cả',
  finally: 'cuối_cùng rốt_cuộc',
};
