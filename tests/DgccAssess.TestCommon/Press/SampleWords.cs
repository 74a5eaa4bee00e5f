namespace DgccAssess.TestCommon.Press;

/// <summary>What a tenant, an agency and its assessors would have written.</summary>
internal sealed record SampleWords(
    string Language, string Instrument, string Tenant, string Accent, string Agency, string Group, string Round, string[] Subjects, string[] Reasons)
{
    public static SampleWords In(string locale) => locale.Split('-')[0] switch
    {
        "id" => Indonesian,
        "ar" => Arabic,
        "fr" => French,
        _ => English,
    };

    private static SampleWords English => new(
        "en", "spbe-2020", "Ministry of State Apparatus and Bureaucratic Reform, Republic of Indonesia", "#a3191f",
        "Coordinating Ministry for Economic Affairs", "Ministries", "Evaluation 2021",
        ["KUR credit information (SIKP)", "One Map portal", "Job creation dashboard"],
        [
            "No document was given as evidence. The interview of 12 August confirmed that the work has not begun; the agency named article {0} of a draft.",
            "The decision of the secretary (number {0}/2020, articles 4 to 9) covers part of the subject only. Two of five units follow it; minutes of 14 March show this.",
            "Regulation number {0} of 2020, chapter III, covers the whole subject and all units. No record of a review was given.",
            "The service works together with two other services (report of March 2021, page {0}); the results of its yearly review were shown in the interview.",
        ]);

    private static SampleWords Indonesian => new(
        "id", "spbe-2020", "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "#a3191f",
        "Kementerian Koordinator Bidang Perekonomian", "Kementerian", "Evaluasi SPBE 2021",
        ["Sistem Informasi Kredit Program (SIKP)", "Geoportal Kebijakan Satu Peta", "Dasbor Cipta Kerja"],
        [
            "Tidak ada dokumen yang diajukan sebagai bukti dukung. Interviu tanggal 12 Agustus memastikan kegiatan belum dimulai; instansi menunjuk Pasal {0} pada rancangan.",
            "Keputusan Sekretaris Nomor {0} Tahun 2020, Pasal 4 s.d. 9, baru mengatur sebagian. Dua dari lima unit kerja sudah menjalankannya menurut notula 14 Maret.",
            "Peraturan Menteri Nomor {0} Tahun 2020 Bab III mengatur seluruh isi dan berlaku bagi semua unit kerja. Catatan peninjauan tidak diajukan.",
            "Layanan bekerja bersama dua layanan lain (laporan Maret 2021, halaman {0}); hasil peninjauan tahunannya ditunjukkan saat interviu.",
        ]);

    private static SampleWords Arabic => new(
        "ar", "dgcc-2026", "الوزارة المكلفة بالحكومة الرقمية", "#0f6b5c",
        "وزارة النقل (هيكل تجريبي)", "الوزارات", "دورة 2026",
        ["منصة رخص السياقة (SICAD)", "Portail des transports de Tunis", "خدمة الحجز عن بعد"],
        [
            "لم تقدم أي وثيقة إثبات. وأكدت المقابلة بتاريخ 12 أوت أن العمل لم ينطلق بعد؛ وأشار الهيكل إلى الفصل {0} من مشروع النص.",
            "L’arrêté n° {0} de 2025 ne couvre qu’une partie du sujet ; deux unités sur cinq l’appliquent (procès-verbal du 14 mars).",
            "القرار عدد {0} لسنة 2025، الباب الثالث، يشمل الموضوع كاملا وجميع الوحدات. ولم يقدم أي تقرير مراجعة.",
            "الخدمة مندمجة مع خدمتين أخريين عبر واجهة برمجية (API) حسب تقرير مارس 2026، الصفحة {0}؛ وعرضت نتائج المراجعة السنوية أثناء المقابلة.",
        ]);

    private static SampleWords French => new(
        "fr", "dgcc-2026", "Ministère chargé de l’administration numérique", "#0f6b5c",
        "Ministère du Transport (organisme fictif)", "Ministères", "Campagne 2026",
        ["Plateforme des permis de conduire", "Portail des transports de Tunis", "Réservation à distance"],
        [
            "Aucune pièce justificative n’a été fournie. L’entretien du 12 août a confirmé que les travaux n’ont pas commencé ; l’organisme cite l’article {0} d’un projet.",
            "L’arrêté n° {0} de 2025 (articles 4 à 9) ne couvre qu’une partie du sujet ; deux unités sur cinq l’appliquent, d’après le procès-verbal du 14 mars.",
            "Le règlement n° {0} de 2025, chapitre III, couvre tout le sujet et toutes les unités. Aucun rapport de revue n’a été fourni.",
            "Le service fonctionne avec deux autres services (rapport de mars 2026, page {0}) ; les résultats de sa revue annuelle ont été montrés lors de l’entretien.",
        ]);
}
