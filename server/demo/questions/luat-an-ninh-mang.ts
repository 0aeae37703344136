import { multiple, number, questionsOn, shortText, single, trueFalse } from './demo-question.js';

const ARTICLE = (place: string) => `Luật An ninh mạng số 24/2018/QH14, ${place}`;

export const cybersecurityLaw = questionsOn('Luật An ninh mạng', [
  single({
    level: 'recall',
    text: 'Luật An ninh mạng số 24/2018/QH14 có hiệu lực thi hành từ ngày nào?',
    options: ['12/6/2018', '01/7/2018', '*01/01/2019', '01/7/2019'],
    explanation:
      'Quốc hội khóa XIV thông qua Luật ngày 12/6/2018; Luật có hiệu lực từ ngày 01/01/2019. Ngày 10/12/2025, Quốc hội đã thông qua luật mới về lĩnh vực này: Luật An ninh mạng số 116/2025/QH15.',
    source: ARTICLE('Điều 43'),
    tags: ['hiệu lực'],
  }),
  number({
    level: 'recall',
    text: 'Luật An ninh mạng số 24/2018/QH14 gồm bao nhiêu điều?',
    answer: 43,
    unit: 'điều',
    explanation: 'Luật gồm 7 chương, 43 điều; điều cuối cùng quy định về hiệu lực thi hành.',
    source: 'Luật An ninh mạng số 24/2018/QH14',
    tags: ['cấu trúc'],
  }),
  single({
    level: 'recall',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, “an ninh mạng” được hiểu là gì?',
    options: [
      'Việc giữ cho mạng Internet trong nước luôn thông suốt, có tốc độ ổn định và không bị quá tải trong mọi tình huống',
      'Việc cấm truy cập các trang thông tin đặt máy chủ ở nước ngoài',
      'Việc nhà mạng theo dõi toàn bộ nội dung người dùng trao đổi',
      '*Sự bảo đảm hoạt động trên không gian mạng không gây phương hại đến an ninh, trật tự và quyền lợi hợp pháp',
    ],
    explanation:
      'Nguyên văn: sự bảo đảm hoạt động trên không gian mạng không gây phương hại đến an ninh quốc gia, trật tự, an toàn xã hội, quyền và lợi ích hợp pháp của cơ quan, tổ chức, cá nhân.',
    source: ARTICLE('khoản 1 Điều 2'),
    tags: ['khái niệm'],
  }),
  shortText({
    level: 'recall',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, thông tin dùng để chứng thực, xác thực, phân quyền sử dụng các ứng dụng, dịch vụ trên không gian mạng gọi là gì?',
    accepted: ['Tài khoản số', 'Tài khoản số*'],
    explanation:
      'Tên đăng nhập cùng mật khẩu, mã xác thực là những thành phần quen thuộc của tài khoản số. Để lộ chúng là trao cho người khác quyền hành động dưới tên mình.',
    source: ARTICLE('khoản 11 Điều 2'),
    tags: ['khái niệm'],
  }),
  shortText({
    level: 'recall',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, hành vi cố ý vượt qua cảnh báo, mã truy cập, mật mã, tường lửa… để chiếm đoạt, thu thập trái phép thông tin gọi là gì?',
    accepted: ['Gián điệp mạng', 'Hành vi gián điệp mạng'],
    explanation:
      'Gián điệp mạng nhằm lấy thông tin; cách làm có thể là vượt tường lửa, dùng quyền quản trị của người khác hoặc phương thức khác.',
    source: ARTICLE('khoản 10 Điều 2'),
    tags: ['khái niệm'],
  }),
  trueFalse({
    level: 'recall',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, trẻ em có quyền giữ bí mật cá nhân, đời sống riêng tư khi tham gia trên không gian mạng.',
    correct: true,
    explanation:
      'Trẻ em còn có quyền được bảo vệ, tiếp cận thông tin, tham gia hoạt động xã hội, vui chơi, giải trí trên không gian mạng.',
    source: ARTICLE('khoản 1 Điều 29'),
    tags: ['trẻ em'],
  }),
  single({
    level: 'recall',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, doanh nghiệp phải ngăn chặn, xóa bỏ thông tin vi phạm chậm nhất bao lâu kể từ khi có yêu cầu của cơ quan có thẩm quyền?',
    options: ['12 giờ', '*24 giờ', '48 giờ', '72 giờ'],
    explanation:
      'Thời hạn 24 giờ áp dụng với thông tin có nội dung quy định tại các khoản 1 đến 5 Điều 16, theo yêu cầu của lực lượng chuyên trách thuộc Bộ Công an hoặc cơ quan có thẩm quyền của Bộ Thông tin và Truyền thông.',
    source: ARTICLE('điểm b khoản 2 Điều 26'),
    tags: ['doanh nghiệp', 'thời hạn'],
  }),
  single({
    level: 'recall',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, bộ nào chịu trách nhiệm trước Chính phủ thực hiện quản lý nhà nước về an ninh mạng?',
    options: ['*Bộ Công an', 'Bộ Quốc phòng', 'Bộ Tư pháp', 'Bộ Thông tin và Truyền thông'],
    explanation:
      'Bộ Công an là đầu mối, trừ nội dung thuộc trách nhiệm của Bộ Quốc phòng và Ban Cơ yếu Chính phủ.',
    source: ARTICLE('Điều 36'),
    tags: ['quản lý nhà nước'],
  }),
  single({
    level: 'understand',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, “tấn công mạng” khác “gián điệp mạng” chủ yếu ở điểm nào?',
    options: [
      'Tấn công mạng chỉ do tổ chức nước ngoài thực hiện',
      '*Tấn công mạng nhằm phá hoại, làm gián đoạn hoạt động của hệ thống',
      'Tấn công mạng chỉ nhằm vào hệ thống của cơ quan nhà nước',
      'Tấn công mạng luôn kèm theo yêu cầu trả tiền chuộc dữ liệu',
    ],
    explanation:
      'Tấn công mạng phá hoại hoặc làm gián đoạn mạng, hệ thống thông tin, cơ sở dữ liệu, phương tiện điện tử; gián điệp mạng nhằm chiếm đoạt, thu thập trái phép thông tin. Luật không giới hạn người làm hay nạn nhân.',
    source: ARTICLE('khoản 8 và khoản 10 Điều 2'),
    tags: ['khái niệm'],
  }),
  multiple({
    level: 'understand',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, người vi phạm quy định của Luật, tùy tính chất và mức độ, có thể bị xử lý bằng những hình thức nào?',
    options: [
      '*Xử lý kỷ luật',
      '*Xử lý vi phạm hành chính',
      'Bị cấm vĩnh viễn dùng Internet',
      '*Truy cứu trách nhiệm hình sự',
      'Bị nhà mạng tự quyết định phạt tiền',
    ],
    explanation:
      'Ngoài ba hình thức trên, nếu gây thiệt hại thì phải bồi thường theo quy định của pháp luật. Nhà mạng không có quyền phạt tiền người dùng.',
    source: ARTICLE('Điều 9'),
    tags: ['xử lý vi phạm'],
  }),
  trueFalse({
    level: 'understand',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, mọi hành vi sai trái trên không gian mạng, kể cả lỗi nhỏ chưa đến mức hình sự, đều được gọi là “tội phạm mạng”.',
    correct: false,
    explanation:
      'Tội phạm mạng chỉ là hành vi sử dụng không gian mạng, công nghệ thông tin hoặc phương tiện điện tử để thực hiện tội phạm được quy định tại Bộ luật Hình sự.',
    source: ARTICLE('khoản 7 Điều 2'),
    tags: ['khái niệm'],
  }),
]);
