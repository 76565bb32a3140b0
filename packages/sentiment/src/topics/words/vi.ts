import type { TopicWords } from '../topic.js';

export const vi: TopicWords = {
  room: '=phòng view cảnh ban_công nội_thất minibar tủ_quần tivi =tv ấm_đun tủ_lạnh đèn rèm thảm trang_trí cửa_sổ ổ_cắm bàn_ủi bàn_là',
  cleanliness: 'sạch bẩn =dơ bụi vết_bẩn =tóc gián =rệp mốc vệ_sinh =dọn =mùi hôi rác =kiến chuột dọn_phòng',
  bed_and_sleep: 'giường =gối =chăn =mền nệm đệm ngủ ga_giường drap =nôi',
  noise: 'ồn yên_tĩnh cách_âm tiếng nhạc xây_dựng ngáy sủa tiệc hét ầm',
  temperature: 'điều_hòa điều_hoà máy_lạnh sưởi lạnh nóng =ngột nhiệt_độ quạt mát =rét ấm_áp',
  bathroom:
    'phòng_tắm nhà_vệ_sinh toilet vòi bồn khăn nước_nóng xà_phòng dầu_gội thoát_nước máy_sấy bồn_cầu tắm áp_lực',
  wifi: 'wifi wi_fi internet =mạng mật_khẩu tín_hiệu kết_nối',
  breakfast_and_food:
    'ăn_sáng bữa đồ_ăn món buffet nhà_hàng cà_phê cafe =trà trứng bánh thực_đơn bếp chay gluten súp tráng_miệng ngon =phở cơm ăn_tối trái_cây',
  bar: '=bar quầy_bar cocktail =bia rượu pha_chế đồ_uống',
  staff: 'nhân_viên lễ_tân phục_vụ quản_lý thân_thiện thô_lỗ nhiệt_tình dịch_vụ chu_đáo bảo_vệ =cô =chị',
  check_in: 'check_in checkin nhận_phòng đến_nơi chìa_khóa thẻ_phòng tới_nơi',
  check_out: 'check_out checkout trả_phòng rời_khách_sạn',
  waiting: '=chờ =đợi xếp_hàng vẫn_chưa chưa_có_ai =tiếng_đồng phút =lâu =chậm lần_thứ_ba',
  value_and_price: '=giá đắt =rẻ =tiền đáng chi_phí mắc chặt_chém',
  location: 'vị_trí trung_tâm =ga bãi_biển biển sân_bay đi_bộ =gần =xa khu_vực',
  pool_and_spa: 'hồ_bơi bể_bơi =spa xông_hơi mát_xa massage =gym bơi phòng_tập',
  parking: 'đỗ_xe đậu_xe bãi_xe gửi_xe ô_tô trạm_sạc',
  safety:
    'an_toàn trộm mất_cắp cháy khói báo_động rò_rỉ bị_ngập ngập_nước cấp_cứu =ga_rò khẩn dị_ứng khóa két tia_lửa nguy_hiểm bác_sĩ công_an',
  booking_and_billing:
    'đặt_phòng hóa_đơn hoá_đơn thanh_toán trả_tiền hoàn_tiền đặt_cọc hủy thẻ_tín_dụng biên_lai tính_tiền booking',
  urgent:
    'trần_nhà+nước rò_rỉ+nước rò_rỉ_gas bị_ngập ngập_nước nước_tràn vỡ+ống bể+ống kẹt_ở_ngoài bị_khóa+ngoài nhốt+ngoài bị_nhốt kẹt+thang_máy mắc+thang_máy mùi_gas mùi_khét mùi_cháy có_khói_trong khói_bốc bốc_khói đang_cháy hỏa_hoạn tia_lửa điện_giật chập_điện cấp_cứu đau_ngực khó_thở không_thể_thở bị_ngất ngất_xỉu bất_tỉnh chảy_máu dị_ứng+sưng sốc_phản_vệ phản_ứng_dị_ứng đột_nhập cạy_cửa người_lạ+phòng bé+mất_tích lạc_con không_tìm_thấy+con gọi_công_an gọi_cảnh_sát đau_tim đột_quỵ gọi_bác_sĩ bác_sĩ+gấp co_giật',
  calm: 'báo_khói đầu_báo =nếu hôm_qua cảm_ơn không_hút hút_thuốc gối lông bình_thường diễn_tập không_ạ ở_đâu',
};
