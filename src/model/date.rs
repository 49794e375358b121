//! Days of the calendar.

mod parse;

/// A calendar day, with the time of day when the input has one. Never shifted to another zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
    /// Time of day.
    pub time: Option<Time>,
}

/// A time of day as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// The zone as written: `Z`, `+02:00`; empty when the input has none.
    pub zone: String,
}

impl Date {
    /// As the `datetime` attribute writes it: `2025-04-10` or `2025-04-10T09:30+02:00`.
    pub fn iso(&self) -> String {
        let day =
            [&digits(self.year, 4), "-", &digits(self.month.into(), 2), "-", &digits(self.day.into(), 2)].concat();
        match &self.time {
            Some(time) => [&day, "T", &time.clock(), &time.zone].concat(),
            None => day,
        }
    }
}

impl Time {
    /// `09:30`, without the zone.
    pub fn clock(&self) -> String {
        [&digits(self.hour.into(), 2), ":", &digits(self.minute.into(), 2)].concat()
    }
}

/// `number` with zeros before it.
fn digits(number: u16, width: usize) -> String {
    let digits = usize::from(number).to_string();
    ["0000".get(digits.len()..width).unwrap_or_default(), &digits].concat()
}
