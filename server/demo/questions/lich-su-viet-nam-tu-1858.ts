import { multiple, number, questionsOn, shortText, single, trueFalse } from './demo-question.js';

const HISTORY = (volume: number) =>
  `Viện Sử học, Lịch sử Việt Nam (15 tập), tập ${volume}, NXB Khoa học xã hội, 2017`;
const HCM_4 = 'Hồ Chí Minh toàn tập, tập 4, NXB Chính trị quốc gia – Sự thật, 2011';

export const historySince1858 = questionsOn('Lịch sử Việt Nam', [
  single({
    level: 'recall',
    text: 'Ngày 01/9/1858, liên quân Pháp – Tây Ban Nha nổ súng mở đầu cuộc xâm lược nước ta ở đâu?',
    options: ['Gia Định', '*Đà Nẵng', 'Hà Nội', 'Cửa Thuận An'],
    explanation:
      'Liên quân đánh vào bán đảo Sơn Trà, Đà Nẵng. Bị cầm chân ở đây năm tháng, đầu năm 1859 quân Pháp mới chuyển hướng vào Gia Định.',
    source: HISTORY(6),
    tags: ['chống Pháp', 'thế kỷ XIX'],
  }),
  shortText({
    level: 'recall',
    text: 'Ai khởi xướng phong trào Đông Du, đưa thanh niên Việt Nam sang Nhật Bản học từ năm 1905?',
    accepted: ['Phan Bội Châu', 'Cụ Phan Bội Châu', 'Phan Sào Nam', 'Sào Nam', 'Phan Bội Châu (Sào Nam)'],
    explanation:
      'Phan Bội Châu (hiệu Sào Nam), người lập Duy tân hội, tổ chức đưa khoảng 200 thanh niên sang Nhật. Phong trào tan rã khi Nhật Bản theo yêu cầu của Pháp trục xuất du học sinh.',
    source: HISTORY(7),
    tags: ['Đông Du', 'đầu thế kỷ XX'],
  }),
  single({
    level: 'recall',
    text: 'Nguyễn Tất Thành rời bến cảng Nhà Rồng ra đi tìm đường cứu nước vào ngày nào?',
    options: ['*05/6/1911', '19/5/1911', '18/6/1919', '30/12/1920'],
    explanation:
      'Ngày 05/6/1911, Người rời Sài Gòn trên tàu Amiral Latouche-Tréville. Ngày 18/6/1919 gắn với Yêu sách của nhân dân An Nam, còn cuối tháng 12/1920 Người tham gia sáng lập Đảng Cộng sản Pháp.',
    source: 'Hồ Chí Minh – Biên niên tiểu sử, tập 1, NXB Chính trị quốc gia – Sự thật, 2016',
    tags: ['Hồ Chí Minh'],
  }),
  number({
    level: 'recall',
    text: 'Mặt trận Việt Nam độc lập đồng minh (Việt Minh) được thành lập năm nào?',
    answer: 1941,
    explanation:
      'Hội nghị Ban Chấp hành Trung ương Đảng lần thứ 8 họp ở Pác Bó (Cao Bằng) tháng 5/1941 quyết định lập Việt Minh, đặt nhiệm vụ giải phóng dân tộc lên hàng đầu.',
    source: HISTORY(9),
    tags: ['Việt Minh', '1930–1945'],
  }),
  multiple({
    level: 'recall',
    text: 'Phần mở đầu Tuyên ngôn Độc lập ngày 02/9/1945 trích dẫn những văn kiện nào?',
    options: [
      '*Tuyên ngôn Độc lập của nước Mỹ',
      'Hiến chương Đại Tây Dương',
      '*Tuyên ngôn Nhân quyền và Dân quyền của Cách mạng Pháp',
      'Hiến chương Liên hợp quốc',
    ],
    explanation:
      'Chủ tịch Hồ Chí Minh dẫn Tuyên ngôn Độc lập năm 1776 của Mỹ và Tuyên ngôn Nhân quyền và Dân quyền năm 1791 của Pháp, rồi suy rộng từ quyền con người ra quyền của các dân tộc.',
    source: `${HCM_4}, Tuyên ngôn Độc lập`,
    tags: ['1945', 'văn kiện'],
  }),
  trueFalse({
    level: 'recall',
    text: 'Cuộc Tổng tuyển cử đầu tiên bầu Quốc hội nước Việt Nam Dân chủ Cộng hòa diễn ra ngày 06/01/1946.',
    correct: true,
    explanation:
      'Hơn bốn tháng sau ngày độc lập, cử tri cả nước lần đầu đi bầu, chọn ra 333 đại biểu của Quốc hội khóa I.',
    source: 'Lịch sử Quốc hội Việt Nam 1946–1960, NXB Chính trị quốc gia, 1994',
    tags: ['Quốc hội', '1946'],
  }),
  number({
    level: 'recall',
    text: 'Chiến dịch Điện Biên Phủ năm 1954 kéo dài bao nhiêu ngày đêm?',
    answer: 56,
    unit: 'ngày đêm',
    explanation:
      'Tính từ trận mở màn ở Him Lam ngày 13/3 đến khi toàn bộ tập đoàn cứ điểm đầu hàng ngày 07/5/1954 là 56 ngày đêm.',
    source: HISTORY(11),
    tags: ['Điện Biên Phủ', 'kháng chiến chống Pháp'],
  }),
  single({
    level: 'understand',
    text: 'Chỉ thị “Nhật – Pháp bắn nhau và hành động của chúng ta” (12/3/1945) xác định kẻ thù cụ thể trước mắt của nhân dân Đông Dương là ai?',
    options: ['Thực dân Pháp', 'Quân Trung Hoa Dân quốc', '*Phát xít Nhật', 'Thực dân Anh'],
    explanation:
      'Sau cuộc đảo chính ngày 09/3/1945, Nhật độc chiếm Đông Dương nên trở thành kẻ thù chính; khẩu hiệu “đánh đuổi Pháp – Nhật” được thay bằng “đánh đuổi phát xít Nhật”.',
    source: 'Văn kiện Đảng toàn tập, tập 7, NXB Chính trị quốc gia, 2000',
    tags: ['Cách mạng tháng Tám'],
  }),
  multiple({
    level: 'understand',
    text: 'Đường lối kháng chiến chống thực dân Pháp (1946–1954) gồm những nội dung nào?',
    options: [
      '*Toàn dân',
      '*Toàn diện',
      'Đánh nhanh, thắng nhanh',
      '*Trường kỳ',
      '*Tự lực cánh sinh, tranh thủ sự ủng hộ quốc tế',
    ],
    explanation:
      'Đường lối được nêu trong Chỉ thị Toàn dân kháng chiến, Lời kêu gọi toàn quốc kháng chiến và tác phẩm Kháng chiến nhất định thắng lợi của Trường Chinh. “Đánh nhanh, thắng nhanh” là ý đồ của Pháp.',
    source: 'Trường Chinh, Kháng chiến nhất định thắng lợi, NXB Sự thật, 1947',
    tags: ['kháng chiến chống Pháp', 'đường lối'],
  }),
  single({
    level: 'understand',
    text: 'Chiến thắng “Điện Biên Phủ trên không” tháng 12/1972 có ý nghĩa trực tiếp nào?',
    options: [
      '*Buộc Mỹ trở lại bàn đàm phán và ký Hiệp định Paris',
      'Buộc Mỹ mở rộng chiến tranh sang cả Lào và Campuchia',
      'Mở màn cuộc Tổng tiến công và nổi dậy Xuân 1975',
      'Làm phá sản chiến lược “Chiến tranh đặc biệt”',
    ],
    explanation:
      'Cuộc tập kích bằng B-52 trong 12 ngày đêm thất bại, Mỹ phải ngừng ném bom và ký Hiệp định Paris ngày 27/01/1973. “Chiến tranh đặc biệt” đã phá sản từ năm 1965.',
    source: HISTORY(13),
    tags: ['kháng chiến chống Mỹ', 'Hiệp định Paris'],
  }),
  trueFalse({
    level: 'understand',
    text: 'Phong trào Đồng khởi (1959–1960) đánh dấu bước chuyển của cách mạng miền Nam từ thế giữ gìn lực lượng sang thế tiến công.',
    correct: true,
    explanation:
      'Đồng khởi làm tan rã bộ máy chính quyền Sài Gòn ở nhiều vùng nông thôn. Từ khí thế đó, Mặt trận Dân tộc Giải phóng miền Nam Việt Nam ra đời ngày 20/12/1960.',
    source: HISTORY(12),
    tags: ['Đồng khởi', 'kháng chiến chống Mỹ'],
  }),
  single({
    level: 'understand',
    text: 'Trong đường lối đổi mới đề ra tại Đại hội VI của Đảng (tháng 12/1986), lĩnh vực nào được xác định là trọng tâm?',
    options: ['Văn hóa', 'Đối ngoại', 'Tổ chức bộ máy', '*Kinh tế'],
    explanation:
      'Đổi mới được tiến hành toàn diện nhưng lấy đổi mới kinh tế làm trọng tâm: xóa bỏ cơ chế tập trung quan liêu bao cấp, phát triển kinh tế hàng hóa nhiều thành phần.',
    source: 'Sách giáo khoa Lịch sử 12, NXB Giáo dục Việt Nam, bài 26 (chương trình 2006)',
    tags: ['đổi mới', '1986'],
  }),
  shortText({
    level: 'understand',
    text: 'Câu “Chúng ta thà hy sinh tất cả, chứ nhất định không chịu mất nước, nhất định không chịu làm nô lệ” nằm trong văn kiện nào của Chủ tịch Hồ Chí Minh?',
    accepted: [
      'Lời kêu gọi toàn quốc kháng chiến',
      'Toàn quốc kháng chiến',
      'Lời kêu gọi toàn quốc kháng chiến*',
    ],
    explanation:
      'Lời kêu gọi được viết ở Vạn Phúc (Hà Đông) và phát đi ngày 19–20/12/1946, khi mọi cố gắng hòa hoãn với Pháp đã không còn kết quả.',
    source: `${HCM_4}, Lời kêu gọi toàn quốc kháng chiến`,
    tags: ['văn kiện', 'kháng chiến chống Pháp'],
  }),
  single({
    level: 'apply',
    text: 'Một bài viết kể: “Khởi nghĩa thắng lợi ở Hà Nội ngày 19/8, ở Huế ngày 23/8. Ngày 30/8/1945, tại Hà Nội, vua Bảo Đại đọc chiếu thoái vị. Ngày 02/9, Tuyên ngôn Độc lập được đọc ở Quảng trường Ba Đình.” Cần sửa chi tiết nào?',
    options: [
      'Ngày khởi nghĩa thắng lợi ở Hà Nội',
      'Ngày khởi nghĩa thắng lợi ở Huế',
      '*Nơi vua Bảo Đại đọc chiếu thoái vị',
      'Nơi đọc Tuyên ngôn Độc lập',
    ],
    explanation:
      'Bảo Đại đọc chiếu thoái vị trước cửa Ngọ Môn, Huế, và trao ấn kiếm cho phái đoàn Chính phủ lâm thời. Các chi tiết còn lại đều đúng.',
    source: HISTORY(9),
    tags: ['Cách mạng tháng Tám', 'biên tập'],
  }),
  single({
    level: 'apply',
    text: 'Khi dàn trang phụ san, cần xếp theo thời gian: (1) chiến dịch Tây Nguyên; (2) Tổng tiến công Tết Mậu Thân; (3) ký Hiệp định Paris; (4) trận “Điện Biên Phủ trên không”. Thứ tự nào đúng?',
    options: ['*2 – 4 – 3 – 1', '2 – 3 – 4 – 1', '4 – 2 – 3 – 1', '2 – 4 – 1 – 3'],
    explanation:
      'Tết Mậu Thân (1968), “Điện Biên Phủ trên không” (tháng 12/1972), Hiệp định Paris (27/01/1973), chiến dịch Tây Nguyên (tháng 3/1975).',
    source: HISTORY(13),
    tags: ['niên đại', 'kháng chiến chống Mỹ'],
  }),
  multiple({
    level: 'apply',
    text: 'Tổ tư liệu chọn ảnh cho bài về Chiến dịch Hồ Chí Minh (26–30/4/1975). Những chú thích nào đúng với chiến dịch này?',
    options: [
      'Quân giải phóng tiến vào Buôn Ma Thuột',
      '*Xe tăng tiến vào Dinh Độc Lập',
      'Quân giải phóng tiến vào cố đô Huế',
      '*Năm cánh quân hợp vây Sài Gòn',
    ],
    explanation:
      'Chiến dịch Hồ Chí Minh mở ngày 26/4 với năm cánh quân và kết thúc trưa 30/4 ở Dinh Độc Lập. Buôn Ma Thuột và Huế được giải phóng từ tháng 3, trong chiến dịch Tây Nguyên và chiến dịch Huế – Đà Nẵng.',
    source: HISTORY(13),
    tags: ['1975', 'tư liệu'],
  }),
  single({
    level: 'apply',
    text: 'Lập kế hoạch tuyên truyền năm 2026, một đơn vị cần sự kiện tròn 80 năm. Sự kiện nào phù hợp?',
    options: [
      'Thành lập Đảng Cộng sản Việt Nam',
      '*Tổng tuyển cử đầu tiên bầu Quốc hội',
      'Cách mạng tháng Tám thành công',
      'Chiến thắng Điện Biên Phủ',
    ],
    explanation:
      'Tổng tuyển cử đầu tiên diễn ra ngày 06/01/1946, đến năm 2026 tròn 80 năm. Đảng thành lập năm 1930, Cách mạng tháng Tám năm 1945, Điện Biên Phủ năm 1954.',
    source: 'Lịch sử Quốc hội Việt Nam 1946–1960, NXB Chính trị quốc gia, 1994',
    tags: ['kỷ niệm', 'niên đại'],
  }),
  single({
    level: 'analyse',
    text: 'Sau khi vua Hàm Nghi bị bắt (1888), phong trào Cần Vương vẫn kéo dài đến năm 1896. Điều đó chứng tỏ rõ nhất điều gì?',
    options: [
      'Triều đình Huế vẫn bí mật chỉ đạo toàn bộ các cuộc khởi nghĩa',
      'Thực dân Pháp đã ngừng các cuộc càn quét',
      'Phong trào đã chuyển hẳn sang đấu tranh nghị trường',
      '*Động lực chính của phong trào là lòng yêu nước chống Pháp',
    ],
    explanation:
      'Không còn nhà vua đứng đầu, nghĩa quân vẫn tụ về các cuộc khởi nghĩa lớn như Hương Khê, Hùng Lĩnh. “Cần Vương” là danh nghĩa, thực chất là phong trào yêu nước chống xâm lược.',
    source: HISTORY(6),
    tags: ['Cần Vương', 'chống Pháp'],
  }),
  single({
    level: 'analyse',
    text: 'Ngày 06/3/1946, Chính phủ ký với Pháp Hiệp định Sơ bộ, đồng ý cho 15.000 quân Pháp ra Bắc thay quân Trung Hoa Dân quốc. Đánh giá nào phù hợp nhất?',
    options: [
      '*Là bước hòa hoãn để bớt kẻ thù, thêm thời gian chuẩn bị lực lượng',
      'Là sự từ bỏ mục tiêu độc lập để đổi lấy viện trợ kinh tế của Pháp',
      'Là thỏa thuận cùng quân Pháp giải giáp quân Nhật ở Nam Bộ',
      'Là việc bắt buộc vì quân đội ta ở Nam Bộ đã bị đánh tan hoàn toàn',
    ],
    explanation:
      'Hiệp định đẩy nhanh quân Trung Hoa Dân quốc về nước, tránh cùng lúc đối đầu nhiều kẻ thù, trong khi Pháp phải công nhận Việt Nam là quốc gia tự do có chính phủ, nghị viện, quân đội và tài chính riêng.',
    source: HISTORY(10),
    tags: ['ngoại giao', '1946'],
  }),
]);
