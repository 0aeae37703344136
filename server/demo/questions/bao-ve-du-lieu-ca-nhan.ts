import { multiple, number, questionsOn, shortText, single, trueFalse } from './demo-question.js';

const LAW = (place: string) => `Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, ${place}`;
const DECREE = (place: string) => `Nghị định số 13/2023/NĐ-CP, ${place}`;

export const personalData = questionsOn('Bảo vệ dữ liệu cá nhân', [
  single({
    level: 'recall',
    text: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 có hiệu lực từ ngày nào?',
    options: ['26/6/2025', '01/7/2025', '*01/01/2026', '01/7/2026'],
    explanation:
      'Quốc hội khóa XV thông qua Luật ngày 26/6/2025 tại kỳ họp thứ 9; Luật có hiệu lực từ ngày 01/01/2026.',
    source: LAW('Điều 38'),
    tags: ['hiệu lực'],
  }),
  number({
    level: 'recall',
    text: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 gồm bao nhiêu điều?',
    answer: 39,
    unit: 'điều',
    explanation:
      'Luật gồm 5 chương, 39 điều. Trước khi có luật, lĩnh vực này được điều chỉnh chủ yếu bằng Nghị định số 13/2023/NĐ-CP với 44 điều.',
    source: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
    tags: ['cấu trúc'],
  }),
  single({
    level: 'recall',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, dữ liệu cá nhân gồm hai loại nào?',
    options: ['*Cơ bản và nhạy cảm', 'Công khai và bí mật', 'Trực tiếp và gián tiếp', 'Số và phi số'],
    explanation:
      'Dữ liệu cá nhân cơ bản phản ánh nhân thân, lai lịch phổ biến; dữ liệu nhạy cảm gắn liền với quyền riêng tư, khi bị xâm phạm sẽ ảnh hưởng trực tiếp đến quyền, lợi ích hợp pháp. Danh mục do Chính phủ ban hành.',
    source: LAW('Điều 2'),
    tags: ['khái niệm'],
  }),
  single({
    level: 'recall',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, cơ quan, tổ chức, cá nhân quyết định mục đích và phương tiện xử lý dữ liệu cá nhân gọi là gì?',
    options: [
      'Bên xử lý dữ liệu cá nhân',
      'Bên thứ ba',
      'Chủ thể dữ liệu cá nhân',
      '*Bên kiểm soát dữ liệu cá nhân',
    ],
    explanation:
      'Bên kiểm soát quyết định “để làm gì” và “bằng cách nào”; bên xử lý thực hiện việc xử lý theo yêu cầu của bên kiểm soát.',
    source: LAW('Điều 2'),
    tags: ['khái niệm'],
  }),
  shortText({
    level: 'recall',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, người được dữ liệu cá nhân phản ánh gọi là gì?',
    accepted: ['Chủ thể dữ liệu cá nhân', 'Chủ thể dữ liệu'],
    explanation:
      'Chủ thể dữ liệu cá nhân là con người cụ thể mà dữ liệu nói đến, chứ không phải tổ chức đang giữ dữ liệu.',
    source: LAW('Điều 2'),
    tags: ['khái niệm'],
  }),
  single({
    level: 'recall',
    text: 'Nghị định số 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân có hiệu lực từ ngày nào?',
    options: ['17/4/2023', '*01/7/2023', '01/01/2024', '01/7/2024'],
    explanation:
      'Chính phủ ban hành Nghị định ngày 17/4/2023, có hiệu lực từ ngày 01/7/2023; đây là văn bản đầu tiên quy định riêng, toàn diện về bảo vệ dữ liệu cá nhân ở nước ta.',
    source: DECREE('Điều 43'),
    tags: ['hiệu lực'],
  }),
  number({
    level: 'recall',
    text: 'Điều 9 Nghị định số 13/2023/NĐ-CP liệt kê bao nhiêu quyền của chủ thể dữ liệu?',
    answer: 11,
    unit: 'quyền',
    explanation:
      'Đó là các quyền: được biết; đồng ý; truy cập; rút lại sự đồng ý; xóa dữ liệu; hạn chế xử lý; cung cấp dữ liệu; phản đối xử lý; khiếu nại, tố cáo, khởi kiện; yêu cầu bồi thường thiệt hại; tự bảo vệ.',
    source: DECREE('Điều 9'),
    tags: ['quyền của chủ thể'],
  }),
  trueFalse({
    level: 'recall',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, im lặng hoặc không phản hồi không được coi là sự đồng ý.',
    correct: true,
    explanation: 'Sự đồng ý phải được thể hiện bằng phương thức rõ ràng, cụ thể, có thể kiểm chứng được.',
    source: LAW('Điều 9'),
    tags: ['sự đồng ý'],
  }),
  single({
    level: 'recall',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, mức phạt tiền tối đa với hành vi mua, bán dữ liệu cá nhân gấp bao nhiêu lần khoản thu có được từ vi phạm?',
    options: ['3 lần', '5 lần', '*10 lần', '20 lần'],
    explanation:
      'Mức tối đa là 10 lần khoản thu có được từ hành vi vi phạm; nếu không có khoản thu hoặc mức tính ra thấp hơn 3 tỷ đồng thì mức tối đa là 3 tỷ đồng.',
    source: LAW('Điều 8'),
    tags: ['xử lý vi phạm'],
  }),
  single({
    level: 'understand',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, dữ liệu cá nhân sau khi khử nhận dạng được xem thế nào?',
    options: [
      'Trở thành dữ liệu cá nhân nhạy cảm',
      '*Không còn là dữ liệu cá nhân',
      'Vẫn là dữ liệu cá nhân cơ bản',
      'Trở thành tài sản công',
    ],
    explanation:
      'Khử nhận dạng là thay đổi hoặc xóa thông tin để dữ liệu mới không thể xác định hoặc giúp xác định một con người cụ thể, nên dữ liệu đó không còn là dữ liệu cá nhân.',
    source: LAW('Điều 2'),
    tags: ['khử nhận dạng'],
  }),
  multiple({
    level: 'understand',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, chủ thể dữ liệu cá nhân có những quyền nào?',
    options: [
      '*Yêu cầu rút lại sự đồng ý đã cho',
      'Buộc bên kiểm soát trả thù lao hằng tháng',
      '*Xem, chỉnh sửa dữ liệu của mình',
      'Được dùng dữ liệu cá nhân của người khác',
    ],
    explanation:
      'Điều 4 nêu các quyền: được biết; đồng ý, không đồng ý, rút lại sự đồng ý; xem, chỉnh sửa; yêu cầu cung cấp, xóa, hạn chế xử lý, phản đối; khiếu nại, tố cáo, khởi kiện, yêu cầu bồi thường; yêu cầu được bảo vệ.',
    source: LAW('Điều 4'),
    tags: ['quyền của chủ thể'],
  }),
  single({
    level: 'understand',
    text: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, sự đồng ý của chủ thể dữ liệu cá nhân chỉ có hiệu lực khi nào?',
    options: [
      'Khi được lập thành văn bản có công chứng',
      'Khi có hai người làm chứng',
      'Khi bên kiểm soát đã trả một khoản tiền',
      '*Khi tự nguyện và biết rõ các thông tin cần thiết',
    ],
    explanation:
      'Chủ thể phải biết rõ loại dữ liệu và mục đích xử lý, bên kiểm soát (hoặc bên kiểm soát và xử lý), cùng các quyền, nghĩa vụ của mình. Luật không đòi công chứng hay người làm chứng.',
    source: LAW('khoản 2 Điều 9'),
    tags: ['sự đồng ý'],
  }),
]);
