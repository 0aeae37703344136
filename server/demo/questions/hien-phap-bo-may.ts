import { multiple, number, questionsOn, shortText, single, trueFalse } from './demo-question.js';

const ARTICLE = (place: string) => `Hiến pháp năm 2013, ${place}`;

export const constitutionOnTheState = questionsOn('Hiến pháp', [
  single({
    level: 'recall',
    text: 'Bản Hiến pháp đầu tiên của nước ta được Quốc hội thông qua ngày nào?',
    options: ['02/9/1945', '06/01/1946', '*09/11/1946', '31/12/1959'],
    explanation:
      'Hiến pháp năm 1946 được Quốc hội khóa I, kỳ họp thứ hai thông qua ngày 09/11/1946; ngày này nay là Ngày Pháp luật Việt Nam. Ngày 06/01/1946 là ngày Tổng tuyển cử đầu tiên.',
    source: 'Hiến pháp năm 1946; Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13, Điều 8',
    tags: ['lịch sử lập hiến'],
  }),
  number({
    level: 'recall',
    text: 'Khi được thông qua ngày 28/11/2013, Hiến pháp năm 2013 gồm bao nhiêu điều?',
    answer: 120,
    unit: 'điều',
    explanation:
      'Hiến pháp năm 2013 gồm lời nói đầu, 11 chương, 120 điều, có hiệu lực từ ngày 01/01/2014. Hiến pháp năm 1992 có 147 điều.',
    source: 'Hiến pháp năm 2013 (Quốc hội khóa XIII thông qua ngày 28/11/2013)',
    tags: ['cấu trúc'],
  }),
  single({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, cơ quan nào thực hiện quyền lập hiến, quyền lập pháp?',
    options: ['Chính phủ', 'Ủy ban Thường vụ Quốc hội', 'Hội đồng Hiến pháp', '*Quốc hội'],
    explanation:
      'Quốc hội là cơ quan đại biểu cao nhất của Nhân dân, cơ quan quyền lực nhà nước cao nhất; ngoài lập hiến, lập pháp còn quyết định các vấn đề quan trọng của đất nước và giám sát tối cao.',
    source: ARTICLE('Điều 69'),
    tags: ['Quốc hội'],
  }),
  number({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, nhiệm kỳ của mỗi khóa Quốc hội là bao nhiêu năm?',
    answer: 5,
    unit: 'năm',
    explanation:
      'Nhiệm kỳ là 05 năm; sáu mươi ngày trước khi Quốc hội hết nhiệm kỳ, Quốc hội khóa mới phải được bầu xong.',
    source: ARTICLE('Điều 71'),
    tags: ['Quốc hội'],
  }),
  multiple({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, việc bầu cử đại biểu Quốc hội được tiến hành theo những nguyên tắc nào?',
    options: ['*Phổ thông', '*Bình đẳng', 'Gián tiếp qua đại cử tri', '*Trực tiếp', '*Bỏ phiếu kín'],
    explanation:
      'Bốn nguyên tắc phổ thông, bình đẳng, trực tiếp và bỏ phiếu kín áp dụng cho cả bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân. Bầu qua đại cử tri trái với nguyên tắc trực tiếp.',
    source: ARTICLE('Điều 7'),
    tags: ['bầu cử'],
  }),
  single({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, cơ quan hành chính nhà nước cao nhất là cơ quan nào?',
    options: ['*Chính phủ', 'Quốc hội', 'Văn phòng Chủ tịch nước', 'Văn phòng Chính phủ'],
    explanation:
      'Chính phủ là cơ quan hành chính nhà nước cao nhất, thực hiện quyền hành pháp, là cơ quan chấp hành của Quốc hội và chịu trách nhiệm trước Quốc hội.',
    source: ARTICLE('Điều 94'),
    tags: ['Chính phủ'],
  }),
  shortText({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, hệ thống cơ quan nào thực hành quyền công tố, kiểm sát hoạt động tư pháp?',
    accepted: ['Viện kiểm sát nhân dân', 'Viện kiểm sát', 'VKSND', 'Viện KSND'],
    explanation:
      'Viện kiểm sát nhân dân gồm Viện kiểm sát nhân dân tối cao và các Viện kiểm sát khác do luật định. Quyền tư pháp, tức việc xét xử, thuộc về Tòa án nhân dân.',
    source: ARTICLE('Điều 107'),
    tags: ['tư pháp'],
  }),
  single({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, đất đai thuộc hình thức sở hữu nào?',
    options: ['Sở hữu tư nhân', 'Sở hữu tập thể', '*Sở hữu toàn dân', 'Sở hữu hỗn hợp'],
    explanation:
      'Đất đai, tài nguyên nước, khoáng sản… là tài sản công thuộc sở hữu toàn dân do Nhà nước đại diện chủ sở hữu và thống nhất quản lý. Tổ chức, cá nhân được trao quyền sử dụng đất.',
    source: ARTICLE('Điều 53'),
    tags: ['kinh tế', 'đất đai'],
  }),
  single({
    level: 'understand',
    text: 'Theo Hiến pháp năm 2013, quyền lực nhà nước ở nước ta được tổ chức theo nguyên tắc nào?',
    options: [
      'Phân chia tuyệt đối thành ba nhánh độc lập với nhau',
      '*Thống nhất, có sự phân công, phối hợp và kiểm soát',
      'Tập trung toàn bộ vào một cơ quan, không cần kiểm soát',
      'Trao trọn cho chính quyền địa phương theo từng vùng',
    ],
    explanation:
      'Quyền lực nhà nước là thống nhất, có sự phân công, phối hợp, kiểm soát giữa các cơ quan nhà nước trong việc thực hiện các quyền lập pháp, hành pháp, tư pháp.',
    source: ARTICLE('khoản 3 Điều 2'),
    tags: ['nguyên tắc tổ chức'],
  }),
  multiple({
    level: 'understand',
    text: 'Theo Hiến pháp năm 2013, những việc nào phải được ít nhất hai phần ba tổng số đại biểu Quốc hội biểu quyết tán thành?',
    options: [
      'Thông qua một đạo luật',
      '*Sửa đổi Hiến pháp',
      'Thông qua nghị quyết về kế hoạch phát triển kinh tế – xã hội',
      '*Bãi nhiệm đại biểu Quốc hội',
    ],
    explanation:
      'Tỷ lệ hai phần ba dành cho việc làm, sửa đổi Hiến pháp, rút ngắn hoặc kéo dài nhiệm kỳ Quốc hội và bãi nhiệm đại biểu Quốc hội. Luật, nghị quyết khác cần quá nửa tổng số đại biểu.',
    source: ARTICLE('Điều 85'),
    tags: ['Quốc hội', 'biểu quyết'],
  }),
  trueFalse({
    level: 'understand',
    text: 'Theo Hiến pháp năm 2013, khi xét xử, Thẩm phán và Hội thẩm độc lập và chỉ tuân theo pháp luật.',
    correct: true,
    explanation:
      'Hiến pháp còn nghiêm cấm cơ quan, tổ chức, cá nhân can thiệp vào việc xét xử của Thẩm phán, Hội thẩm.',
    source: ARTICLE('khoản 2 Điều 103'),
    tags: ['tư pháp'],
  }),
  single({
    level: 'understand',
    text: 'Vị trí của Hiến pháp trong hệ thống pháp luật Việt Nam được hiểu thế nào là đúng?',
    options: [
      'Ngang hàng với luật do Quốc hội ban hành',
      'Có hiệu lực sau nghị quyết của Quốc hội',
      'Chỉ ràng buộc cơ quan nhà nước ở trung ương',
      '*Là luật cơ bản, có hiệu lực pháp lý cao nhất',
    ],
    explanation:
      'Mọi văn bản pháp luật khác phải phù hợp với Hiến pháp; mọi hành vi vi phạm Hiến pháp đều bị xử lý.',
    source: ARTICLE('khoản 1 Điều 119'),
    tags: ['hiệu lực'],
  }),
  number({
    level: 'apply',
    text: 'Giả sử Quốc hội có 500 đại biểu. Theo Hiến pháp năm 2013, cần ít nhất bao nhiêu đại biểu tán thành để thông qua việc sửa đổi Hiến pháp?',
    answer: 334,
    unit: 'đại biểu',
    explanation:
      'Cần ít nhất hai phần ba tổng số đại biểu: 500 × 2/3 ≈ 333,3, nên số tối thiểu là 334. Tỷ lệ tính trên tổng số đại biểu, không phải số đại biểu có mặt.',
    source: ARTICLE('Điều 85 và Điều 120'),
    tags: ['Quốc hội', 'sửa đổi Hiến pháp'],
  }),
  multiple({
    level: 'analyse',
    text: 'Giả sử Quốc hội có 480 đại biểu. Theo Điều 120 Hiến pháp năm 2013, những đề nghị sửa đổi Hiến pháp nào được đưa ra đúng thẩm quyền?',
    options: [
      '*Đề nghị của Chính phủ',
      'Đề nghị của Tòa án nhân dân tối cao',
      '*Đề nghị của 160 đại biểu Quốc hội',
      'Đề nghị của 150 đại biểu Quốc hội',
    ],
    explanation:
      'Chủ tịch nước, Ủy ban Thường vụ Quốc hội, Chính phủ hoặc ít nhất một phần ba tổng số đại biểu Quốc hội có quyền đề nghị. Một phần ba của 480 là 160, nên 150 đại biểu là chưa đủ.',
    source: ARTICLE('khoản 1 Điều 120'),
    tags: ['sửa đổi Hiến pháp'],
  }),
]);
