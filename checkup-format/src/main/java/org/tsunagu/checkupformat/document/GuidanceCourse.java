package org.tsunagu.checkupformat.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a guidance document says about the course of guidance (保健指導の経過), free of its form. What the document does not
/// say, or says in a way that cannot be read, is empty or null; numbers are exact decimals.
///
/// @param level 保健指導区分: `1` active, `2` motivational, `3` equivalent to motivational; empty when not given
/// @param checkupDay 健診実施年月日(確認用)
/// @param firstPart 初回面接①, only when the interview was split
/// @param firstInterview 初回面接, or its second part
/// @param early 健診後早期の初回面接: `0` no, `1` on the day of the checkup, `2` within a week; empty when not given
/// @param plan 保健指導計画
/// @param supports 継続的支援, in the order written
/// @param interim 中間評価
/// @param finalEvaluation 実績評価
/// @param planned 計画上の集計
/// @param done 実施上の集計
/// @param supportEnded 継続的支援の終了日
public record GuidanceCourse(
        String level,
        Optional<LocalDate> checkupDay,
        Optional<Session> firstPart,
        Optional<Session> firstInterview,
        String early,
        Optional<Plan> plan,
        List<Session> supports,
        Optional<Evaluation> interim,
        Optional<Evaluation> finalEvaluation,
        Sums planned,
        Sums done,
        Optional<LocalDate> supportEnded) {

    /// What a document says.
    public static GuidanceCourse of(GuidanceDocument document) {
        return new CourseOfDocument(document).course();
    }

    /// A contact (面接・支援の1回).
    ///
    /// @param form 支援形態; its codes depend on the period
    /// @param formSystem their code system
    /// @param minutes 実施時間
    /// @param points 実施ポイント; null for a first interview, which has none of its own
    /// @param staff 実施者: `1` doctor, `2` public health nurse, `3` dietitian, `4` other
    /// @param facility number of the facility
    /// @param act as written
    public record Session(
            Optional<LocalDate> day,
            String form,
            String formSystem,
            @Nullable BigDecimal minutes,
            @Nullable BigDecimal points,
            String staff,
            String facility,
            GuidanceAct act) {}

    /// The plan (保健指導計画): what the person wants to reach.
    ///
    /// @param weeks 継続的支援予定期間
    /// @param body target waist in cm, weight in kg, pressure in mmHg
    /// @param energy 一日の削減目標エネルギー量, kcal
    /// @param energyByExercise of it by exercise
    /// @param energyByDiet of it by diet
    /// @param outcomes what is planned to change
    /// @param points planned points of the outcome
    public record Plan(
            @Nullable BigDecimal weeks,
            Body body,
            @Nullable BigDecimal energy,
            @Nullable BigDecimal energyByExercise,
            @Nullable BigDecimal energyByDiet,
            Outcomes outcomes,
            @Nullable BigDecimal points,
            GuidanceAct act) {}

    /// Waist in cm, weight in kg, blood pressure in mmHg (腹囲・体重・血圧).
    public record Body(
            @Nullable BigDecimal waist,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal systolic,
            @Nullable BigDecimal diastolic) {}

    /// The codes of what was planned or reached (腹囲・体重の改善, 生活習慣の改善); empty for what is not given.
    public record Outcomes(
            String waistWeight, String diet, String exercise, String smoking, String rest, String other) {

        /// All of them in the order of the format.
        public List<String> all() {
            return List.of(waistWeight, diet, exercise, smoking, rest, other);
        }
    }

    /// An evaluation (中間評価・実績評価).
    ///
    /// @param outcomes what was reached
    /// @param points of the interim evaluation as a contact, of the final one all points of the outcome
    /// @param attempts 実績評価ができない場合の確認回数
    public record Evaluation(
            Session session,
            Body body,
            Outcomes outcomes,
            @Nullable BigDecimal points,
            @Nullable BigDecimal attempts) {}

    /// The totals of continuous support (集計情報).
    ///
    /// @param forms contacts and minutes by form, in the order of the codes of the fourth period
    /// @param processPoints 継続的な支援によるポイント
    /// @param totalPoints ポイント(合計)
    public record Sums(
            List<FormSum> forms,
            @Nullable BigDecimal processPoints,
            @Nullable BigDecimal totalPoints) {}

    /// The total of one form (支援形態別の回数・時間).
    ///
    /// @param form code of the fourth period
    /// @param minutes null for e-mail, which has none
    public record FormSum(
            String form,
            @Nullable BigDecimal count,
            @Nullable BigDecimal minutes) {}
}
