import type { HazardWords } from '../hazard.js';

export const vi: HazardWords = {
  fire: '=cháy khói bốc_cháy tia_lửa lửa nổ toé_lửa tóe_lửa chập_điện',
  gas: '=gas mùi_gas rò_gas khét xăng',
  flood: 'ngập tràn phun vỡ_ống từ_trần chảy_xối lênh_láng vỡ_đường trào',
  faint: 'bất_tỉnh ngất không_phản_ứng co_giật xỉu hôn_mê bất_động',
  blood: 'máu chảy_máu bỏng gãy_tay gãy_chân',
  breath: 'khó_thở thở nghẹn hóc sưng dị_ứng mề_đay suyễn không_thở nổi_mẩn',
  fall: '=ngã trượt té không_đứng_dậy',
  missing: 'lạc mất_tích đi_lạc không_tìm_thấy lạc_mất',
  child: 'bé con_trai con_gái cháu tuổi em_bé con_tôi',
  intruder: 'trộm kẻ_lạ đột_nhập say phá_cửa người_lạ trèo cạy',
  drown: 'đuối_nước chết_đuối đáy_hồ',
  fight: 'đánh_nhau dao dọa súng ẩu_đả đâm la_hét',
  shut: 'kẹt mắc_kẹt nhốt bị_khóa cửa_sập không_ra_được tự_khoá',
  lift: 'thang_máy',
  shock: 'giật_điện dây_điện ổ_điện điện_giật',
  help: 'cứu giúp nhanh gấp ngay khẩn cấp_cứu bây_giờ',
  call: 'cấp_cứu bác_sĩ công_an =115 =113 bảo_vệ =114 xe_cứu_thương',
  past: 'hôm_qua cảm_ơn tối_qua diễn_tập',
};
