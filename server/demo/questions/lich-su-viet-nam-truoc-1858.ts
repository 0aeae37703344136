import { multiple, number, questionsOn, shortText, single, trueFalse } from './demo-question.js';

const HISTORY = (volume: number) =>
  `Viện Sử học, Lịch sử Việt Nam (15 tập), tập ${volume}, NXB Khoa học xã hội, 2017`;
const ANNALS = 'Đại Việt sử ký toàn thư, bản dịch của NXB Khoa học xã hội, 1998';

export const historyBefore1858 = questionsOn('Lịch sử Việt Nam', [
  single({
    level: 'recall',
    text: 'Ai chỉ huy quân dân ta đánh tan quân Nam Hán trên sông Bạch Đằng năm 938?',
    options: ['Khúc Thừa Dụ', 'Dương Đình Nghệ', '*Ngô Quyền', 'Đinh Bộ Lĩnh'],
    explanation:
      'Ngô Quyền cho đóng cọc ngầm ở cửa sông Bạch Đằng, nhử thuyền Nam Hán vào lúc triều lên rồi phản công khi triều rút. Chiến thắng này chấm dứt hơn một nghìn năm Bắc thuộc.',
    source: HISTORY(1),
    tags: ['thế kỷ X', 'Bạch Đằng'],
  }),
  single({
    level: 'recall',
    text: 'Trước khi Lý Thái Tổ dời đô ra thành Đại La năm 1010, kinh đô nước ta đặt ở đâu?',
    options: ['Cổ Loa', '*Hoa Lư', 'Mê Linh', 'Tây Đô'],
    explanation:
      'Hoa Lư (nay thuộc Ninh Bình) là kinh đô của nhà Đinh, nhà Tiền Lê và những năm đầu nhà Lý. Năm 1010, Lý Thái Tổ ban Chiếu dời đô, chuyển ra Đại La và đổi tên thành Thăng Long.',
    source: ANNALS,
    tags: ['nhà Lý', 'Thăng Long'],
  }),
  number({
    level: 'recall',
    text: 'Nhà Lý ban hành bộ Hình thư, bộ luật thành văn đầu tiên của nước ta, vào năm nào?',
    answer: 1042,
    explanation:
      'Năm 1042, vua Lý Thái Tông sai soạn Hình thư. Bộ luật nay không còn, nhưng được Đại Việt sử ký toàn thư chép rõ việc ban hành.',
    source: ANNALS,
    tags: ['nhà Lý', 'pháp luật'],
  }),
  single({
    level: 'recall',
    text: 'Hội nghị Diên Hồng thời Trần mời những ai về hỏi kế đánh giặc Nguyên?',
    options: ['Vương hầu họ Trần', 'Tướng trấn giữ biên ải', 'Các bậc cao tăng', '*Các bô lão trong nước'],
    explanation:
      'Thượng hoàng Trần Thánh Tông họp các bô lão ở thềm điện Diên Hồng; muôn người cùng hô “Đánh!”. Hội nghị của vương hầu, trăm quan là hội nghị Bình Than, họp trước đó, năm 1282.',
    source: ANNALS,
    tags: ['nhà Trần', 'kháng chiến chống Nguyên'],
  }),
  shortText({
    level: 'recall',
    text: 'Ai thay lời Lê Lợi soạn “Bình Ngô đại cáo”?',
    accepted: ['Nguyễn Trãi', 'Ức Trai', 'Nguyễn Trãi (Ức Trai)', 'Ức Trai Nguyễn Trãi'],
    explanation:
      'Nguyễn Trãi, hiệu Ức Trai, soạn bài cáo công bố đầu năm 1428, sau khi quân Minh rút hết về nước. Bài cáo thường được coi là bản tuyên ngôn độc lập thứ hai của dân tộc.',
    source: HISTORY(3),
    tags: ['khởi nghĩa Lam Sơn', 'văn kiện'],
  }),
  single({
    level: 'recall',
    text: 'Quang Trung đại phá quân Thanh ở Ngọc Hồi – Đống Đa vào mùa xuân năm nào?',
    options: ['1771', '1785', '1788', '*1789'],
    explanation:
      'Trận quyết định diễn ra sáng mồng 5 Tết Kỷ Dậu (1789). Năm 1771 là năm khởi nghĩa Tây Sơn bùng nổ, 1785 là trận Rạch Gầm – Xoài Mút, cuối năm 1788 Nguyễn Huệ lên ngôi hoàng đế ở Phú Xuân.',
    source: HISTORY(4),
    tags: ['Tây Sơn'],
  }),
  single({
    level: 'understand',
    text: 'Cách đối phó nào được nhà Trần dùng trong cả ba lần kháng chiến chống quân Mông – Nguyên?',
    options: [
      'Cố thủ Thăng Long đến cùng, chờ quân giặc nản lòng rút về',
      '*Rút khỏi Thăng Long, làm giặc thiếu lương rồi phản công',
      'Chủ động đem quân sang đất giặc đánh trước để chặn thế mạnh',
      'Liên kết với Chăm Pa đánh vào hậu phương của quân giặc',
    ],
    explanation:
      'Cả ba lần (1258, 1285, 1287–1288) nhà Trần đều tạm bỏ kinh thành, thực hiện “vườn không nhà trống” để bảo toàn lực lượng, đợi giặc mỏi mệt thì phản công. Đánh trước sang đất giặc là cách của Lý Thường Kiệt.',
    source: HISTORY(2),
    tags: ['nhà Trần', 'nghệ thuật quân sự'],
  }),
  multiple({
    level: 'understand',
    text: 'Những việc nào thuộc cuộc cải cách của Hồ Quý Ly cuối thế kỷ XIV – đầu thế kỷ XV?',
    options: [
      'Bãi bỏ hoàn toàn khoa cử',
      '*Phát hành tiền giấy “Thông bảo hội sao”',
      '*Đặt phép hạn điền',
      'Dời đô vào Phú Xuân',
    ],
    explanation:
      'Tiền giấy được phát hành năm 1396, phép hạn điền ban hành năm 1397. Hồ Quý Ly sửa chứ không bỏ khoa cử, và dời đô về Tây Đô (An Tôn, Thanh Hóa).',
    source: HISTORY(2),
    tags: ['nhà Hồ', 'cải cách'],
  }),
  single({
    level: 'understand',
    text: 'Mục đích chính của việc Lý Thường Kiệt đem quân đánh các châu Ung, Khâm, Liêm (1075–1076) là gì?',
    options: [
      '*Phá nơi giặc tập kết quân lương rồi rút về phòng thủ',
      'Chiếm giữ lâu dài vùng đất phía nam nước Tống',
      'Buộc nhà Tống cắt đất để đổi lấy hòa bình',
      'Giải vây cho nước Chăm Pa đang bị quân Tống tiến đánh',
    ],
    explanation:
      'Đây là cuộc tập kích tự vệ theo tư tưởng “ngồi yên đợi giặc không bằng đem quân đánh trước để chặn mũi nhọn của giặc”. Phá xong thành Ung Châu, quân Lý rút ngay về lập phòng tuyến sông Như Nguyệt.',
    source: HISTORY(2),
    tags: ['nhà Lý', 'kháng chiến chống Tống'],
  }),
  trueFalse({
    level: 'understand',
    text: 'Chiến thắng Rạch Gầm – Xoài Mút (1785) là trận quân Tây Sơn đánh tan quân xâm lược Thanh.',
    correct: false,
    explanation:
      'Rạch Gầm – Xoài Mút (vùng Mỹ Tho) là trận Nguyễn Huệ đánh tan quân Xiêm. Quân Thanh bị đánh bại bốn năm sau, ở Ngọc Hồi – Đống Đa (1789).',
    source: HISTORY(4),
    tags: ['Tây Sơn'],
  }),
  single({
    level: 'understand',
    text: 'Điểm nào thường được xem là tiến bộ nổi bật của Quốc triều hình luật (Luật Hồng Đức)?',
    options: [
      'Xóa bỏ sự phân biệt đẳng cấp trong xã hội',
      'Bãi bỏ các hình phạt đánh vào thân thể',
      '*Bảo vệ một số quyền lợi của phụ nữ',
      'Cho dân bầu quan lại đứng đầu các địa phương',
    ],
    explanation:
      'Bộ luật thừa nhận quyền thừa kế tài sản của con gái, quyền có tài sản riêng và quyền xin ly hôn của người vợ trong một số trường hợp. Trật tự đẳng cấp và nhục hình vẫn được giữ.',
    source: 'Quốc triều hình luật, bản dịch của Viện Sử học, NXB Pháp lý, 1991',
    tags: ['nhà Lê sơ', 'pháp luật'],
  }),
  single({
    level: 'apply',
    text: 'Một bản thảo viết: “Dưới triều Trần, nước ta dựng Văn Miếu năm 1070, mở khoa thi Nho học đầu tiên năm 1075 và lập Quốc Tử Giám năm 1076.” Biên tập viên cần sửa chi tiết nào?',
    options: ['Năm dựng Văn Miếu', 'Năm mở khoa thi đầu tiên', 'Năm lập Quốc Tử Giám', '*Tên triều đại'],
    explanation:
      'Ba mốc 1070, 1075, 1076 đều đúng nhưng thuộc triều Lý (Lý Thánh Tông và Lý Nhân Tông). Nhà Trần thay nhà Lý từ đầu năm 1226.',
    source: ANNALS,
    tags: ['nhà Lý', 'giáo dục', 'biên tập'],
  }),
  single({
    level: 'apply',
    text: 'Phòng trưng bày cần xếp bốn tư liệu từ sớm đến muộn: (1) tiền giấy “Thông bảo hội sao”; (2) Quốc triều hình luật; (3) Chiếu dời đô; (4) Hịch tướng sĩ. Thứ tự nào đúng?',
    options: ['3 – 1 – 4 – 2', '4 – 3 – 1 – 2', '*3 – 4 – 1 – 2', '3 – 4 – 2 – 1'],
    explanation:
      'Chiếu dời đô (1010, nhà Lý), Hịch tướng sĩ (thế kỷ XIII, nhà Trần), tiền giấy (1396, do Hồ Quý Ly chủ trương), Quốc triều hình luật (thế kỷ XV, nhà Lê sơ).',
    source: HISTORY(3),
    tags: ['niên đại', 'tư liệu'],
  }),
  single({
    level: 'analyse',
    text: 'Cuối năm 1427, Lê Lợi mở hội thề Đông Quan rồi cấp thuyền, ngựa, lương thực cho quân Minh về nước. Lập luận nào giải thích đúng nhất lựa chọn ấy?',
    options: [
      'Nghĩa quân đã cạn lương nên phải nhượng bộ để tránh một trận đánh không thể thắng',
      'Nhà Minh đã công nhận Lê Lợi là vua trước khi hai bên đàm phán',
      'Nghĩa quân cần mượn sức quân Minh để dẹp các thế lực cát cứ trong nước',
      '*Viện binh giặc đã tan, cho giặc rút thì sớm có hòa bình và giữ được hòa hiếu',
    ],
    explanation:
      'Sau thất bại của viện binh ở Chi Lăng – Xương Giang, quân Minh ở Đông Quan không còn hy vọng. Mở đường cho giặc rút trong danh dự giúp dứt chiến tranh, bớt xương máu và tránh cớ báo thù.',
    source: HISTORY(3),
    tags: ['khởi nghĩa Lam Sơn', 'ngoại giao'],
  }),
]);
