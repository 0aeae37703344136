import type { DeclineReason } from '../../shared/qna/inquiry.schema.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What became of a demo question; without one it waits among the approved. */
export type DemoOutcome =
  | { kind: 'pending' }
  | { kind: 'answering'; by: string }
  | { kind: 'next' }
  | { kind: 'on_air'; by: string; text: string }
  | { kind: 'in_writing'; by: string; text: string }
  | { kind: 'declined'; reason: DeclineReason; note: string }
  /** Into the one that follows. */
  | { kind: 'merged' };

export type DemoInquiry = {
  text: string;
  votes: number;
  anonymous?: boolean;
  label?: string;
  outcome?: DemoOutcome;
};

export type DemoSession = {
  title: string;
  description: string;
  startsAgoMs: number;
  durationMs: number;
  moderation: 'before' | 'after';
  guestsAllowed: boolean;
  labels: readonly string[];
  ended: boolean;
  inquiries: readonly DemoInquiry[];
};

const LAW = 'Luật';
const PRACTICE = 'Nghiệp vụ';
const TOOLS = 'Công cụ';
const SPEAKER = 'Nguyễn Hải Yến';

const onAir = (text = ''): DemoOutcome => ({ kind: 'on_air', by: SPEAKER, text });

export const demoSessions: readonly DemoSession[] = [
  {
    title: 'Bảo vệ dữ liệu cá nhân trong cơ quan báo chí',
    description:
      'Hỏi đáp trực tiếp sau buổi giới thiệu Luật Bảo vệ dữ liệu cá nhân. Mời bạn hỏi và ủng hộ câu hỏi mình quan tâm.',
    startsAgoMs: 35 * MINUTE,
    durationMs: 4 * HOUR,
    moderation: 'before',
    guestsAllowed: true,
    labels: [LAW, PRACTICE, TOOLS],
    ended: false,
    inquiries: [
      {
        text: 'Dữ liệu cá nhân cơ bản và dữ liệu cá nhân nhạy cảm khác nhau thế nào?',
        votes: 37,
        label: LAW,
        outcome: onAir(
          'Phân biệt theo danh mục; dữ liệu **nhạy cảm** gắn với quyền riêng tư và cần biện pháp bảo vệ cao hơn.',
        ),
      },
      {
        text: 'Lưu email của bạn đọc để gửi bản tin có cần hỏi lại hằng năm?',
        votes: 22,
        anonymous: true,
        label: PRACTICE,
        outcome: onAir(),
      },
      {
        text: 'Phần mềm chấm công bằng vân tay có thuộc phạm vi của Luật?',
        votes: 18,
        label: LAW,
        outcome: onAir(),
      },
      {
        text: 'Có mẫu thông báo thu thập dữ liệu dùng chung không?',
        votes: 15,
        label: PRACTICE,
        outcome: {
          kind: 'in_writing',
          by: SPEAKER,
          text: 'Có. Mẫu dùng chung gồm:\n\n1. mục đích thu thập;\n2. loại dữ liệu;\n3. thời hạn lưu;\n4. cách rút lại sự đồng ý.',
        },
      },
      {
        text: 'Ảnh chụp tập thể đăng trên trang nội bộ có phải xin phép không?',
        votes: 12,
        outcome: onAir(),
      },
      {
        text: 'Khi bạn đọc rút lại sự đồng ý, tòa soạn phải xóa dữ liệu trong thời hạn nào và xóa đến đâu?',
        votes: 58,
        label: LAW,
        outcome: { kind: 'answering', by: SPEAKER },
      },
      {
        text: 'Bạn đọc yêu cầu gỡ tên khỏi một bài đã đăng từ nhiều năm trước thì xử lý ra sao?',
        votes: 42,
        label: PRACTICE,
        outcome: { kind: 'next' },
      },
      {
        text: 'Dùng công cụ phân tích lượt đọc của nước ngoài có phải là chuyển dữ liệu ra nước ngoài không?',
        votes: 33,
        label: TOOLS,
      },
      {
        text: 'Bảng đăng ký nhận bản tin nên có những mục nào là vừa đủ?',
        votes: 26,
        anonymous: true,
        label: PRACTICE,
      },
      { text: 'Ai trong tòa soạn chịu trách nhiệm khi có sự cố lộ dữ liệu?', votes: 19 },
      {
        text: 'Phỏng vấn trẻ em thì cần sự đồng ý của cả cha và mẹ hay chỉ một người?',
        votes: 16,
        label: LAW,
      },
      {
        text: 'Cộng tác viên có được tự lưu danh bạ nguồn tin trên điện thoại riêng không?',
        votes: 11,
        label: PRACTICE,
      },
      { text: 'Bản ghi âm cuộc phỏng vấn nên giữ bao lâu sau khi bài đã đăng?', votes: 9 },
      {
        text: 'Dùng trợ lý AI để gỡ băng phỏng vấn thì dữ liệu đi đâu, có phải báo cho người được phỏng vấn?',
        votes: 8,
        label: TOOLS,
      },
      {
        text: 'Cộng tác viên gửi ảnh chụp căn cước để nhận nhuận bút thì tòa soạn nên giữ ảnh đó bao lâu?',
        votes: 0,
        outcome: { kind: 'pending' },
      },
      {
        text: 'Đăng ảnh bạn đọc tham dự sự kiện có cần xin phép từng người không?',
        votes: 0,
        anonymous: true,
        outcome: { kind: 'pending' },
      },
      {
        text: 'Đăng ảnh người tham dự sự kiện thì có cần xin phép từng người không ạ?',
        votes: 0,
        outcome: { kind: 'pending' },
      },
      {
        text: 'Gửi danh sách khách mời cho đơn vị tổ chức sự kiện thuê ngoài thì cần giấy tờ gì?',
        votes: 0,
        outcome: { kind: 'pending' },
      },
      {
        text: 'Có phải gắn camera ở sảnh cơ quan thì phải đặt biển báo?',
        votes: 0,
        outcome: { kind: 'pending' },
      },
      { text: 'Bao giờ có buổi tập huấn riêng cho cộng tác viên?', votes: 0, outcome: { kind: 'pending' } },
      {
        text: 'Bình luận của bạn đọc có phải là dữ liệu cá nhân không?',
        votes: 6,
        outcome: { kind: 'merged' },
      },
      {
        text: 'Tên và ảnh đại diện trong phần bình luận dưới bài có phải là dữ liệu cá nhân không?',
        votes: 7,
        label: LAW,
      },
      {
        text: 'Vì sao phòng của tôi chưa được trang bị máy mới?',
        votes: 0,
        outcome: { kind: 'declined', reason: 'off_topic', note: 'Câu này đã được chuyển tới Văn phòng.' },
      },
    ],
  },
  {
    title: 'Đối thoại giữa lãnh đạo Tạp chí và câu lạc bộ lý luận trẻ',
    description:
      'Gửi câu hỏi trước từ hôm nay. Mỗi câu đều có kết quả: trả lời tại buổi, trả lời bằng văn bản, hoặc lý do từ chối.',
    startsAgoMs: -1 * DAY,
    durationMs: 2 * HOUR,
    moderation: 'after',
    guestsAllowed: false,
    labels: ['Chuyên môn', 'Đời sống'],
    ended: false,
    inquiries: [
      {
        text: 'Tạp chí có kế hoạch mở chuyên mục dành riêng cho cây bút trẻ không?',
        votes: 14,
        label: 'Chuyên môn',
      },
      {
        text: 'Bài nghiên cứu của câu lạc bộ được tính vào thi đua thế nào?',
        votes: 9,
        anonymous: true,
        label: 'Chuyên môn',
      },
      {
        text: 'Có thể tổ chức sinh hoạt câu lạc bộ ngoài giờ hành chính để người ở xa cùng dự?',
        votes: 5,
        label: 'Đời sống',
      },
    ],
  },
  {
    title: 'Hỏi đáp: dùng AI có trách nhiệm trong nghề báo',
    description: 'Buổi hỏi đáp của câu lạc bộ lý luận trẻ.',
    startsAgoMs: 6 * DAY,
    durationMs: 90 * MINUTE,
    moderation: 'after',
    guestsAllowed: false,
    labels: [],
    ended: true,
    inquiries: [
      {
        text: 'Ảnh minh họa do AI tạo thì ghi nguồn thế nào?',
        votes: 31,
        outcome: onAir('Ghi rõ **ảnh do AI tạo** và công cụ đã dùng, ngay dưới ảnh.'),
      },
      {
        text: 'Tóm tắt bài của báo bạn bằng AI có vi phạm quyền tác giả không?',
        votes: 24,
        outcome: {
          kind: 'in_writing',
          by: 'Ban Pháp luật',
          text: 'Tóm tắt để tham khảo nội bộ thì được; đăng lại phải dẫn nguồn và trong giới hạn trích dẫn hợp lý.',
        },
      },
      { text: 'AI trích sai thì kiểm tra bằng cách nào?', votes: 8, outcome: { kind: 'merged' } },
      {
        text: 'Làm sao phát hiện một đoạn trích do AI bịa ra?',
        votes: 22,
        outcome: onAir('Mở văn bản gốc. Không tìm được văn bản gốc thì không đăng.'),
      },
      {
        text: 'Có được đưa tài liệu nội bộ vào công cụ AI để dịch không?',
        votes: 17,
        anonymous: true,
        outcome: onAir(),
      },
      {
        text: 'Nên bắt đầu học từ công cụ nào?',
        votes: 11,
        outcome: {
          kind: 'in_writing',
          by: 'Phòng Kỹ thuật và dữ liệu',
          text: 'Bắt đầu từ việc bạn làm hằng ngày: gỡ băng, dịch, soát lỗi chính tả.',
        },
      },
      { text: 'Ai duyệt cuối cùng khi bài có phần do AI viết?', votes: 9 },
      {
        text: 'Công cụ này giá bao nhiêu và mua ở đâu?',
        votes: 1,
        outcome: { kind: 'declined', reason: 'off_topic', note: '' },
      },
    ],
  },
];
