import { multiple, number, questionsOn, shortText, single, trueFalse } from './demo-question.js';

const HISTORY =
  'Đỗ Quang Hưng (chủ biên), Lịch sử báo chí Việt Nam 1865–1945, NXB Đại học Quốc gia Hà Nội, 2000';
const ORIGINS = 'Huỳnh Văn Tòng, Báo chí Việt Nam từ khởi thủy đến 1945, NXB TP. Hồ Chí Minh, 2000';
const ASSOCIATION = 'Trang thông tin điện tử Hội Nhà báo Việt Nam (hoinhabaovietnam.vn)';

export const pressHistory = questionsOn('Lịch sử báo chí Việt Nam', [
  single({
    level: 'recall',
    text: 'Tờ báo chữ Quốc ngữ đầu tiên, ra số đầu ngày 15/4/1865 tại Sài Gòn, có tên là gì?',
    options: ['Nông cổ mín đàm', 'Lục tỉnh tân văn', '*Gia Định báo', 'Nam Phong'],
    explanation:
      'Gia Định báo tồn tại đến ngày 01/01/1910. Từ năm 1869, Trương Vĩnh Ký được giao phụ trách tờ báo, đưa thêm nhiều bài khảo cứu, truyện kể bên cạnh phần công vụ.',
    source: HISTORY,
    tags: ['báo Quốc ngữ', 'thế kỷ XIX'],
  }),
  number({
    level: 'recall',
    text: 'Nông cổ mín đàm, tờ báo chuyên về nông nghiệp và thương mại ở Sài Gòn, ra số đầu tiên vào năm nào?',
    answer: 1901,
    explanation:
      'Số đầu tiên ra ngày 01/8/1901. Tên báo nghĩa là “uống trà bàn chuyện làm ruộng, đi buôn”; báo thường được coi là tờ báo kinh tế đầu tiên ở nước ta.',
    source: ORIGINS,
    tags: ['báo Quốc ngữ', 'báo kinh tế'],
  }),
  shortText({
    level: 'recall',
    text: 'Ai sáng lập báo Thanh Niên, tờ báo mở đầu dòng báo chí cách mạng Việt Nam?',
    accepted: [
      'Nguyễn Ái Quốc',
      'Hồ Chí Minh',
      'Chủ tịch Hồ Chí Minh',
      'Lãnh tụ Nguyễn Ái Quốc',
      'Nguyễn Ái Quốc*Hồ Chí Minh*',
      'Hồ Chí Minh*Nguyễn Ái Quốc*',
      'Bác Hồ',
      'Nguyễn Tất Thành',
    ],
    explanation:
      'Nguyễn Ái Quốc (Chủ tịch Hồ Chí Minh) vừa sáng lập, vừa trực tiếp viết bài và tổ chức in, đưa báo về nước.',
    source: HISTORY,
    tags: ['báo chí cách mạng', 'Hồ Chí Minh'],
  }),
  single({
    level: 'recall',
    text: 'Ngày Báo chí cách mạng Việt Nam là ngày nào?',
    options: ['15/4', '21/4', '*21/6', '07/9'],
    explanation:
      'Ngày 15/4 là ngày Gia Định báo ra số đầu (1865), 21/4 là ngày thành lập Hội Nhà báo Việt Nam (1950), 07/9 là ngày thành lập Đài Tiếng nói Việt Nam (1945).',
    source: 'Quyết định số 52 ngày 05/02/1985 của Ban Bí thư Trung ương Đảng',
    tags: ['ngày kỷ niệm'],
  }),
  shortText({
    level: 'recall',
    text: 'Tờ báo phụ nữ đầu tiên ở nước ta, ra năm 1918 tại Sài Gòn do nữ sĩ Sương Nguyệt Anh làm chủ bút, có tên là gì?',
    accepted: ['Nữ giới chung', 'Báo Nữ giới chung', 'Tờ Nữ giới chung'],
    explanation:
      'Nữ giới chung nghĩa là “tiếng chuông của nữ giới”, ra số đầu ngày 01/02/1918. Sương Nguyệt Anh là con gái nhà thơ Nguyễn Đình Chiểu.',
    source: ORIGINS,
    tags: ['báo phụ nữ'],
  }),
  single({
    level: 'recall',
    text: 'Đài Tiếng nói Việt Nam phát sóng buổi đầu tiên vào ngày nào?',
    options: ['19/8/1945', '02/9/1945', '*07/9/1945', '15/9/1945'],
    explanation:
      'Trưa 07/9/1945, Đài phát đi câu “Đây là Tiếng nói Việt Nam, phát thanh từ Hà Nội…”. Ngày 15/9/1945 là ngày truyền thống của Thông tấn xã Việt Nam.',
    source: 'Đài Tiếng nói Việt Nam (vov.vn), mục Lịch sử',
    tags: ['phát thanh', '1945'],
  }),
  single({
    level: 'recall',
    text: 'Hội những người viết báo Việt Nam, nay là Hội Nhà báo Việt Nam, thành lập ngày 21/4/1950 tại tỉnh nào?',
    options: ['*Thái Nguyên', 'Tuyên Quang', 'Cao Bằng', 'Lạng Sơn'],
    explanation:
      'Đại hội thành lập họp ở xóm Roòng Khoa, xã Điềm Mặc, huyện Định Hóa, tỉnh Thái Nguyên, giữa vùng An toàn khu; nhà báo Xuân Thủy được bầu làm Hội trưởng.',
    source: ASSOCIATION,
    tags: ['Hội Nhà báo'],
  }),
  trueFalse({
    level: 'recall',
    text: 'Báo Nhân Dân ra số đầu tiên ngày 11/3/1951 tại chiến khu Việt Bắc.',
    correct: true,
    explanation:
      'Báo ra đời ngay sau Đại hội II của Đảng (tháng 2/1951), kế tục truyền thống của các báo Thanh Niên, Tranh Đấu, Dân Chúng, Cờ Giải Phóng, Sự Thật.',
    source: 'Báo Nhân Dân điện tử (nhandan.vn), mục Giới thiệu',
    tags: ['báo Đảng'],
  }),
  shortText({
    level: 'recall',
    text: 'Trường dạy làm báo mở tháng 4/1949 ở Việt Bắc mang tên nhà báo, chí sĩ yêu nước nào?',
    accepted: ['Huỳnh Thúc Kháng', 'Cụ Huỳnh Thúc Kháng'],
    explanation:
      'Trường mở tại xã Tân Thái, huyện Đại Từ, tỉnh Thái Nguyên, đào tạo 42 học viên. Huỳnh Thúc Kháng là chủ nhiệm kiêm chủ bút báo Tiếng Dân ở Huế (1927–1943).',
    source: ASSOCIATION,
    tags: ['đào tạo báo chí'],
  }),
  single({
    level: 'understand',
    text: 'Ngày Báo chí cách mạng Việt Nam hằng năm gắn với sự kiện nào?',
    options: [
      'Quốc hội thông qua Luật Báo chí đầu tiên',
      '*Báo Thanh Niên ra số đầu tiên',
      'Đại hội thành lập Hội Nhà báo Việt Nam',
      'Gia Định báo phát hành số đầu tiên',
    ],
    explanation:
      'Báo Thanh Niên ra số 1 ngày 21/6/1925. Năm 1985, Ban Bí thư lấy ngày này làm Ngày Báo chí Việt Nam; từ năm 2000 gọi là Ngày Báo chí cách mạng Việt Nam.',
    source: ASSOCIATION,
    tags: ['ngày kỷ niệm', 'báo chí cách mạng'],
  }),
  multiple({
    level: 'understand',
    text: 'Những nhận định nào đúng về báo Thanh Niên (1925)?',
    options: [
      'Được chính quyền Đông Dương cấp phép xuất bản',
      '*Là cơ quan của Hội Việt Nam Cách mạng Thanh niên',
      'Viết bằng tiếng Pháp, in tại Paris',
      '*In ở Quảng Châu rồi bí mật đưa về nước',
    ],
    explanation:
      'Báo viết bằng chữ Quốc ngữ, in ở Quảng Châu và bí mật chuyển về nước để tuyên truyền, chuẩn bị cho việc thành lập Đảng. Tờ báo tiếng Pháp in ở Paris là Le Paria.',
    source: HISTORY,
    tags: ['báo chí cách mạng'],
  }),
  single({
    level: 'understand',
    text: 'Báo Le Paria (Người cùng khổ), ra đời ở Paris năm 1922, là cơ quan ngôn luận của tổ chức nào?',
    options: [
      'Đảng Xã hội Pháp',
      'Hội Việt Nam Cách mạng Thanh niên',
      'Tổng Liên đoàn Lao động Pháp',
      '*Hội Liên hiệp thuộc địa',
    ],
    explanation:
      'Hội Liên hiệp thuộc địa tập hợp những người yêu nước của nhiều xứ thuộc địa Pháp; Nguyễn Ái Quốc là một trong những người sáng lập và là cây bút chính của báo.',
    source: 'Hồ Chí Minh – Biên niên tiểu sử, tập 1, NXB Chính trị quốc gia – Sự thật, 2016',
    tags: ['Hồ Chí Minh', 'báo ở nước ngoài'],
  }),
  single({
    level: 'understand',
    text: 'Việc báo Dân Chúng ra mắt công khai ở Sài Gòn ngày 22/7/1938 có ý nghĩa đặc biệt vì sao?',
    options: [
      '*Báo ra mà không xin phép trước, mở đường đòi tự do báo chí',
      'Báo là tờ đầu tiên in bằng chữ Quốc ngữ ở Nam Kỳ',
      'Báo do chính quyền thuộc địa xuất tiền in và phát không',
      'Báo là tờ nhật báo đầu tiên của phụ nữ Việt Nam',
    ],
    explanation:
      'Dân Chúng là báo của Đảng Cộng sản Đông Dương, ra công khai không xin phép trước trong thời kỳ Mặt trận Dân chủ. Ngày 30/8/1938, Pháp phải ra sắc lệnh về tự do báo chí ở Nam Kỳ.',
    source: HISTORY,
    tags: ['1936–1939', 'tự do báo chí'],
  }),
  single({
    level: 'apply',
    text: 'Khi sắp tủ trưng bày, bảo tàng cần xếp theo năm ra số đầu: (1) Nữ giới chung; (2) Gia Định báo; (3) Thanh Niên; (4) Nông cổ mín đàm. Thứ tự nào đúng?',
    options: ['2 – 1 – 4 – 3', '*2 – 4 – 1 – 3', '4 – 2 – 1 – 3', '2 – 4 – 3 – 1'],
    explanation: 'Gia Định báo (1865), Nông cổ mín đàm (1901), Nữ giới chung (1918), Thanh Niên (1925).',
    source: ORIGINS,
    tags: ['niên đại', 'tư liệu'],
  }),
  single({
    level: 'analyse',
    text: 'So với Gia Định báo (1865), báo Thanh Niên (1925) khác căn bản ở điểm nào?',
    options: [
      'Là tờ báo đầu tiên dùng chữ Quốc ngữ, còn Gia Định báo dùng chữ Hán',
      'Là tờ báo đầu tiên của người Việt in ở trong nước',
      '*Là công cụ vận động cách mạng, không phải công báo của chính quyền thuộc địa',
      'Là tờ báo đầu tiên sống hoàn toàn nhờ quảng cáo, không nhờ chính quyền thuộc địa',
    ],
    explanation:
      'Cả hai đều dùng chữ Quốc ngữ. Gia Định báo do chính quyền Pháp ở Nam Kỳ lập để đăng công vụ; Thanh Niên do người cách mạng lập để giác ngộ và tổ chức quần chúng.',
    source: HISTORY,
    tags: ['so sánh', 'báo chí cách mạng'],
  }),
  single({
    level: 'analyse',
    text: 'Một cuốn kỷ yếu viết: “Báo chí tiếng Việt ra đời năm 1925 cùng báo Thanh Niên.” Nhận xét nào chính xác?',
    options: [
      'Đúng, vì trước đó chỉ có báo chữ Hán và tiếng Pháp',
      'Đúng, vì báo trước năm 1925 không do người Việt viết',
      'Sai, vì báo Thanh Niên chỉ in bằng tiếng Pháp',
      '*Sai, vì năm 1925 là mốc của báo chí cách mạng',
    ],
    explanation:
      'Báo tiếng Việt bằng chữ Quốc ngữ có từ Gia Định báo năm 1865, trước Thanh Niên 60 năm. Năm 1925 là mốc mở đầu của báo chí cách mạng Việt Nam.',
    source: HISTORY,
    tags: ['biên tập', 'lập luận'],
  }),
]);
