//! A picture of the window, and what can be told of it without looking: whether it is blank, and how far it
//! differs from another.

use crate::Trouble;
use std::collections::HashMap;
use std::path::Path;

/// A picture: the PNG as the driver made it, and its pixels.
#[derive(Debug, Clone)]
pub struct Picture {
    png: Vec<u8>,
    width: u32,
    /// Red, green and blue of each pixel, row by row.
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads what a driver answers: a PNG in base 64.
    pub(crate) fn from_base64(text: &str) -> Result<Self, Trouble> {
        Self::from_png(base64(text)?)
    }

    fn from_png(png: Vec<u8>) -> Result<Self, Trouble> {
        let trouble = |why: &dyn std::fmt::Display| Trouble::NoAnswer {
            what: "a picture".to_owned(),
            words: why.to_string(),
        };
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png.as_slice()));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(|problem| trouble(&problem))?;
        let size = reader.output_buffer_size().ok_or_else(|| trouble(&"it is too large"))?;
        let mut bytes = vec![0; size];
        let info = reader.next_frame(&mut bytes).map_err(|problem| trouble(&problem))?;
        let samples = info.color_type.samples();
        let pixels = bytes[..info.buffer_size()]
            .chunks_exact(samples)
            .map(|pixel| if samples < 3 { [pixel[0]; 3] } else { [pixel[0], pixel[1], pixel[2]] })
            .collect();
        Ok(Self { png, width: info.width, pixels })
    }

    /// Reads a file.
    pub fn open(path: &Path) -> Result<Self, Trouble> {
        Self::from_png(std::fs::read(path).map_err(|problem| Trouble::file(path, &problem))?)
    }

    /// Keeps it as a file of at most 256 colours: screens have few, and a gallery of them is a part of the repository.
    pub fn save_small(&self, path: &Path) -> Result<(), Trouble> {
        let rgba: Vec<u8> = self.pixels.iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]).collect();
        let colours = color_quant::NeuQuant::new(3, 256, &rgba);
        let mut places = std::collections::HashMap::new();
        let indices: Vec<u8> = self
            .pixels
            .iter()
            .map(|pixel| {
                *places.entry(pixel).or_insert_with(|| {
                    let place = colours.index_of(&[pixel[0], pixel[1], pixel[2], 255]);
                    u8::try_from(place).unwrap_or(u8::MAX)
                })
            })
            .collect();
        let mut png = Vec::new();
        let height = u32::try_from(self.pixels.len()).unwrap_or(u32::MAX) / self.width.max(1);
        let mut encoder = png::Encoder::new(&mut png, self.width, height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(colours.color_map_rgb());
        encoder.set_compression(png::Compression::High);
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&indices))
            .map_err(|problem| Trouble::Otherwise(format!("{}: {problem}", path.display())))?;
        std::fs::write(path, png).map_err(|problem| Trouble::file(path, &problem))
    }

    /// How many of a thousand pixels differ visibly from those of another picture; nothing when it has another size.
    #[must_use]
    pub fn share_that_differs(&self, other: &Self) -> Option<u32> {
        if self.width != other.width || self.pixels.len() != other.pixels.len() {
            return None;
        }
        // Fewer colours are other shades: what nobody sees is no difference.
        let differs = |(a, b): &(&[u8; 3], &[u8; 3])| a.iter().zip(*b).any(|(x, y)| x.abs_diff(*y) > 48);
        let differing = self.pixels.iter().zip(&other.pixels).filter(differs).count();
        u32::try_from(differing * 1000 / self.pixels.len().max(1)).ok()
    }

    /// Keeps it as a file.
    pub fn save(&self, path: &Path) -> Result<(), Trouble> {
        std::fs::write(path, &self.png).map_err(|problem| Trouble::file(path, &problem))
    }

    /// Whether nothing, or next to nothing, was drawn: fewer than one pixel in five hundred differs from the
    /// commonest colour.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let ground = commonest(&self.pixels);
        let drawn = self.pixels.iter().filter(|pixel| Some(**pixel) != ground).count();
        drawn * 500 < self.pixels.len()
    }

    /// Whether two pictures show the same: as large, and fewer than one pixel in two thousand differs visibly.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        if self.width != other.width || self.pixels.len() != other.pixels.len() {
            return false;
        }
        let differs = |(a, b): &(&[u8; 3], &[u8; 3])| a.iter().zip(*b).any(|(x, y)| x.abs_diff(*y) > 24);
        let enough = self.pixels.len().div_ceil(2000);
        self.pixels.iter().zip(&other.pixels).filter(differs).take(enough).count() < enough
    }

    /// The pixels of a place, row by row, as far as it is in the picture.
    fn part(&self, place: Place) -> Vec<[u8; 3]> {
        let (width, height) = (self.width as usize, self.pixels.len() / (self.width as usize).max(1));
        let columns = place.left.min(width)..(place.left + place.width).min(width);
        (place.top.min(height)..(place.top + place.height).min(height))
            .flat_map(|row| &self.pixels[row * width + columns.start..row * width + columns.end])
            .copied()
            .collect()
    }

    /// The strongest contrast in a place with the colour it has most of: that of a text with its ground.
    #[must_use]
    pub fn contrast_with_ground(&self, place: Place) -> f64 {
        let part = self.part(place);
        commonest(&part).map_or(1.0, |ground| strongest(ground, &part))
    }

    /// The strongest contrast in a place with its first pixel, which belongs to what it stands on: that of an edge.
    #[must_use]
    pub fn contrast_with_surroundings(&self, place: Place) -> f64 {
        let part = self.part(place);
        part.first().map_or(1.0, |around| strongest(*around, &part))
    }

    /// How light it is on the whole, from 0 (black) to 255 (white).
    #[must_use]
    pub fn lightness(&self) -> u64 {
        let sum: u64 = self.pixels.iter().flatten().map(|part| u64::from(*part)).sum();
        sum / (self.pixels.len() as u64 * 3).max(1)
    }
}

/// A place in a picture, in pixels.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct Place {
    /// From the left edge.
    pub left: usize,
    /// From the upper edge.
    pub top: usize,
    /// How wide.
    pub width: usize,
    /// How high.
    pub height: usize,
}

fn commonest(pixels: &[[u8; 3]]) -> Option<[u8; 3]> {
    let mut colours = HashMap::new();
    for pixel in pixels {
        *colours.entry(*pixel).or_insert(0_usize) += 1;
    }
    colours.into_iter().max_by_key(|(_, count)| *count).map(|(colour, _)| colour)
}

fn strongest(ground: [u8; 3], pixels: &[[u8; 3]]) -> f64 {
    pixels.iter().map(|pixel| contrast(ground, *pixel)).fold(1.0, f64::max)
}

/// Contrast ratio of two colours (WCAG 2.2).
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Base 64 of RFC 4648 section 4: a dozen lines, rather than a dependency.
fn base64(text: &str) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for letter in text.bytes().filter(|letter| !b"=\r\n".contains(letter)) {
        let six = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => {
                let words = "it is not in base 64".to_owned();
                return Err(Trouble::NoAnswer { what: "a picture".to_owned(), words });
            }
        };
        held = (held << 6) | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap_or_default());
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of 100 by 100 with a square of `size` in another colour.
    fn drawn(ground: u8, size: u32) -> Picture {
        let pixels = (0..100 * 100_u32)
            .map(|at| if at % 100 < size && at / 100 < size { [200, 30, 30] } else { [ground; 3] })
            .collect();
        Picture { png: Vec::new(), width: 100, pixels }
    }

    #[test]
    fn base64_is_read_back_as_it_was_written() {
        for (text, bytes) in [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9vYmFy", "foobar")] {
            assert_eq!(base64(text).unwrap(), bytes.as_bytes());
        }
        assert!(base64("no!").is_err());
    }

    #[test]
    fn a_picture_of_one_colour_is_blank_and_one_with_a_drawing_is_not() {
        assert!(drawn(255, 0).is_blank());
        assert!(drawn(255, 3).is_blank(), "a speck is no drawing");
        assert!(!drawn(255, 20).is_blank());
    }

    #[test]
    fn pictures_are_alike_when_only_a_speck_differs() {
        assert!(drawn(255, 20).is_like(&drawn(250, 20)), "a shade nobody sees");
        assert!(drawn(255, 0).is_like(&drawn(255, 2)));
        assert!(!drawn(255, 20).is_like(&drawn(255, 30)));
        assert!(!drawn(255, 20).is_like(&drawn(20, 20)));
    }

    #[test]
    fn a_picture_of_few_colours_is_kept_small_and_read_back_as_it_was() {
        let folder = temporary_folder::temporary_folder();
        let file = folder.path().join("picture.png");
        let picture = drawn(250, 20);
        picture.save_small(&file).unwrap();
        assert_eq!(picture.share_that_differs(&Picture::open(&file).unwrap()), Some(0));
        assert!(std::fs::metadata(&file).unwrap().len() < 2_000);
    }

    #[test]
    fn how_much_of_a_picture_changed_is_counted_and_another_size_is_another_picture() {
        assert_eq!(drawn(250, 20).share_that_differs(&drawn(245, 20)), Some(0), "a shade nobody sees");
        assert_eq!(drawn(250, 0).share_that_differs(&drawn(250, 20)), Some(40));
        let smaller = Picture { png: Vec::new(), width: 50, pixels: vec![[250; 3]; 50 * 50] };
        assert_eq!(drawn(250, 20).share_that_differs(&smaller), None);
    }

    #[test]
    fn light_and_dark_are_told_apart() {
        assert!(drawn(250, 10).lightness() > 200);
        assert!(drawn(30, 10).lightness() < 60);
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        // Black and white, and the lightest grey on white that is enough for text.
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
        assert!(contrast([118; 3], [255; 3]) > 4.5 && contrast([119; 3], [255; 3]) < 4.5);
    }

    #[test]
    fn what_is_drawn_in_a_place_is_measured_against_its_ground_and_against_what_it_stands_on() {
        let picture = drawn(255, 20);
        let all = Place { left: 0, top: 0, width: 100, height: 100 };
        assert!(picture.contrast_with_ground(all) > 5.0);
        assert!(
            picture.contrast_with_surroundings(all) > 5.0,
            "it begins in the square, and ends on the ground"
        );
        let ground = Place { left: 30, top: 30, width: 500, height: 10 };
        assert!((picture.contrast_with_ground(ground) - 1.0).abs() < f64::EPSILON);
        assert!((picture.contrast_with_surroundings(ground) - 1.0).abs() < f64::EPSILON);
    }
}
