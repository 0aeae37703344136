import { multiple, number, questionsOn, single, trueFalse } from './demo-question.js';

const LAW = (place: string) => `Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, ${place}`;
const DECREE = (place: string) => `Nghị định số 13/2023/NĐ-CP, ${place}`;

export const personalDataCases = questionsOn('Bảo vệ dữ liệu cá nhân', [
  trueFalse({
    level: 'understand',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, hai công ty được tự do mua bán danh sách khách hàng nếu hợp đồng giữa họ có ghi điều đó.',
    correct: false,
    explanation:
      'Mua, bán dữ liệu cá nhân là hành vi bị nghiêm cấm, trừ trường hợp luật có quy định khác. Thỏa thuận riêng giữa hai bên không thay thế được quy định của luật.',
    source: LAW('Điều 7'),
    tags: ['hành vi bị cấm'],
  }),
  single({
    level: 'understand',
    text: 'Theo Nghị định số 13/2023/NĐ-CP, dữ liệu nào là dữ liệu cá nhân nhạy cảm?',
    options: [
      'Thông tin về quan hệ gia đình (cha mẹ, con cái)',
      'Tình trạng hôn nhân',
      '*Tình trạng sức khỏe trong hồ sơ bệnh án',
      'Nơi đăng ký khai sinh',
    ],
    explanation:
      'Tình trạng sức khỏe và đời tư ghi trong hồ sơ bệnh án (không gồm thông tin về nhóm máu) là dữ liệu nhạy cảm. Ba loại còn lại là dữ liệu cá nhân cơ bản.',
    source: DECREE('khoản 4 Điều 2'),
    tags: ['dữ liệu nhạy cảm'],
  }),
  single({
    level: 'understand',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, bên cung cấp dịch vụ mạng xã hội không được làm việc nào khi xác thực tài khoản?',
    options: [
      '*Yêu cầu ảnh, video chụp giấy tờ tùy thân',
      'Gửi mã xác thực tới số điện thoại',
      'Gửi liên kết xác nhận tới thư điện tử',
      'Yêu cầu người dùng đặt mật khẩu mạnh',
    ],
    explanation:
      'Bên cung cấp dịch vụ mạng xã hội, truyền thông trực tuyến không được yêu cầu cung cấp hình ảnh, video chứa nội dung đầy đủ hoặc một phần giấy tờ tùy thân làm yếu tố xác thực tài khoản.',
    source: LAW('Điều 29'),
    tags: ['mạng xã hội'],
  }),
  multiple({
    level: 'understand',
    text: 'Theo Nghị định số 13/2023/NĐ-CP, những dữ liệu nào là dữ liệu cá nhân nhạy cảm?',
    options: [
      'Họ, chữ đệm và tên khai sinh',
      '*Quan điểm chính trị, quan điểm tôn giáo',
      'Số điện thoại',
      '*Vị trí của cá nhân xác định qua dịch vụ định vị',
    ],
    explanation:
      'Họ tên và số điện thoại là dữ liệu cá nhân cơ bản. Quan điểm chính trị, tôn giáo và dữ liệu vị trí qua dịch vụ định vị gắn chặt với quyền riêng tư nên là dữ liệu nhạy cảm.',
    source: DECREE('khoản 3 và khoản 4 Điều 2'),
    tags: ['dữ liệu nhạy cảm'],
  }),
  single({
    level: 'apply',
    text: 'Sau đợt tuyển phóng viên, phòng nhân sự muốn giữ hồ sơ của người không trúng tuyển “để dùng dần”, dù hai bên không thỏa thuận gì. Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, phải làm gì với các hồ sơ này?',
    options: [
      'Được giữ tối đa năm năm',
      'Được giữ nếu khóa trong tủ riêng',
      'Được chuyển cho cơ quan báo chí khác',
      '*Phải xóa, hủy thông tin đã cung cấp',
    ],
    explanation:
      'Không tuyển dụng thì phải xóa, hủy thông tin của người dự tuyển, trừ trường hợp có thỏa thuận khác với họ. Muốn giữ hồ sơ cho đợt sau, hãy hỏi và ghi lại sự đồng ý.',
    source: LAW('khoản 1 Điều 25'),
    tags: ['tuyển dụng', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Một chuyên trang muốn kể chuyện đời tư của một học sinh 10 tuổi. Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, cần sự đồng ý của ai?',
    options: [
      'Chỉ của học sinh',
      '*Của học sinh và người đại diện theo pháp luật',
      'Chỉ của người đại diện theo pháp luật',
      'Của ban giám hiệu nhà trường nơi em đang học',
    ],
    explanation:
      'Xử lý dữ liệu nhằm công bố, tiết lộ thông tin về đời sống riêng tư, bí mật cá nhân của trẻ từ đủ 7 tuổi phải có sự đồng ý của cả trẻ và người đại diện theo pháp luật.',
    source: LAW('Điều 24'),
    tags: ['trẻ em', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Ban tổ chức một hội thảo công khai muốn ghi hình toàn cảnh để đưa tin, không làm tổn hại danh dự của ai. Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, cách làm nào đúng?',
    options: [
      'Bắt buộc lấy văn bản đồng ý của từng người dự',
      'Ghi hình kín, không cần cho người dự biết',
      '*Được ghi hình nhưng phải cho người dự biết',
      'Không được ghi hình ở hội thảo công khai',
    ],
    explanation:
      'Hình ảnh, âm thanh từ hội nghị, hội thảo, hoạt động công cộng mà không làm tổn hại danh dự, nhân phẩm, uy tín thì không cần sự đồng ý, nhưng phải thông báo để chủ thể biết mình đang bị ghi âm, ghi hình.',
    source: LAW('Điều 32'),
    tags: ['ghi hình', 'tình huống'],
  }),
  trueFalse({
    level: 'apply',
    text: 'Văn phòng hội gửi thư hỏi hội viên có đồng ý in số điện thoại vào danh bạ công khai không; ai không trả lời thì coi là đồng ý. Cách làm này phù hợp với Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.',
    correct: false,
    explanation:
      'Không trả lời không phải là đồng ý. Văn phòng chỉ được in số của những người đã đồng ý rõ ràng cho đúng mục đích này.',
    source: LAW('Điều 9'),
    tags: ['sự đồng ý', 'tình huống'],
  }),
  multiple({
    level: 'apply',
    text: 'Số điện thoại hội viên được thu để gửi thẻ, nay văn phòng muốn dùng để giới thiệu bảo hiểm. Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, những việc nào là đúng?',
    options: [
      'Bán danh sách để công ty bảo hiểm tự liên hệ',
      '*Cho hội viên biết rõ mục đích mới',
      '*Xin sự đồng ý cho mục đích mới',
      'Gọi điện trước, ai phản đối thì xóa số sau',
    ],
    explanation:
      'Dữ liệu chỉ được xử lý đúng phạm vi, mục đích cụ thể, rõ ràng (Điều 3); đồng ý cho việc gửi thẻ không kéo theo đồng ý cho việc tiếp thị. Mua, bán dữ liệu cá nhân bị nghiêm cấm (Điều 7).',
    source: LAW('Điều 3, Điều 7 và Điều 9'),
    tags: ['mục đích xử lý', 'tình huống'],
  }),
  number({
    level: 'apply',
    text: 'Một tổ chức bán dữ liệu cá nhân trái phép, thu về 500 triệu đồng. Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, mức phạt tiền hành chính tối đa là bao nhiêu tỷ đồng?',
    answer: 5,
    unit: 'tỷ đồng',
    explanation:
      'Mức tối đa bằng 10 lần khoản thu: 10 × 500 triệu đồng = 5 tỷ đồng. Con số này cao hơn 3 tỷ đồng nên không phải áp dụng mức 3 tỷ đồng.',
    source: LAW('Điều 8'),
    tags: ['xử lý vi phạm', 'tình huống'],
  }),
  single({
    level: 'analyse',
    text: 'Hội quyết định gửi bản tin cho hội viên, chọn cách gửi bằng thư điện tử và thuê công ty A bấm nút gửi theo đúng hợp đồng. Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, vai trò của các bên là gì?',
    options: [
      'Hội là bên xử lý, công ty A là bên kiểm soát',
      '*Hội là bên kiểm soát, công ty A là bên xử lý',
      'Cả hội và công ty A đều là bên thứ ba',
      'Hội là chủ thể dữ liệu, công ty A là bên xử lý',
    ],
    explanation:
      'Ai quyết định mục đích và phương tiện thì là bên kiểm soát. Công ty A chỉ xử lý theo hợp đồng nên là bên xử lý; thuê ngoài không làm hội hết trách nhiệm. Chủ thể dữ liệu là từng hội viên.',
    source: LAW('Điều 2'),
    tags: ['vai trò', 'lập luận'],
  }),
  single({
    level: 'analyse',
    text: 'Bệnh viện tra tiền sử bệnh của một người bất tỉnh để cấp cứu (1), rồi bộ phận truyền thông dùng dữ liệu đó viết bài nêu tên người bệnh (2) mà không hỏi ý kiến. Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, nhận định nào đúng?',
    options: [
      '(1) và (2) đều cần sự đồng ý trước',
      '(1) và (2) đều không cần sự đồng ý',
      '(1) cần sự đồng ý, (2) không cần',
      '*(1) không cần sự đồng ý, (2) thì cần',
    ],
    explanation:
      'Bảo vệ tính mạng, sức khỏe trong trường hợp cấp bách là căn cứ xử lý không cần đồng ý (Điều 19). Căn cứ ấy chỉ dùng cho việc cấp cứu, không kéo sang mục đích truyền thông.',
    source: LAW('Điều 9 và Điều 19'),
    tags: ['sức khỏe', 'lập luận'],
  }),
]);
